/**
 * The commands of {@code facies readers}. Imports what commands share, the design and the answers of a reader study,
 * and the modules that serve it. Start with {@link org.facies.cli.readers.ReadersCommand}.
 */
package org.facies.cli.readers;
