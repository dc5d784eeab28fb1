/** The progress of long work. Imports nothing. Start with {@code Progress}. */
package org.facies.progress;
