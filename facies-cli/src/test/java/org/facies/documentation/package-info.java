/**
 * The commands that the tutorial and the how-to guides show, run as a reader would run them. Read {@code
 * DocumentationTest} first; {@code DocumentedPage} says which comments in a page it understands.
 */
package org.facies.documentation;
