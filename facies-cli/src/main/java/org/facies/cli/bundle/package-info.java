/**
 * {@code facies bundle} and {@code facies trust}: from a finished run to one file, what is in it, and whose signature
 * is believed. Imports {@code cli.command}, {@code option}, {@code terminal} and {@code table}.
 */
package org.facies.cli.bundle;
