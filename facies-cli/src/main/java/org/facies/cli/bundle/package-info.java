/**
 * The commands of {@code facies bundle} and {@code facies trust}: making, describing and checking a model in one file,
 * and the keys whose signatures are trusted. Imports {@code cli.command}, {@code option}, {@code terminal} and
 * {@code table}.
 */
package org.facies.cli.bundle;
