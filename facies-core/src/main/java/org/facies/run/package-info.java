/**
 * The run directory, its lock and log, the settings that it was begun with and what made a result ({@link
 * org.facies.run.Provenance}). Imports {@code input}, {@code file} and {@code schema}. Start with {@code RunDirectory}.
 */
package org.facies.run;
