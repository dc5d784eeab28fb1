/**
 * The commands of {@code facies model}. Imports what commands share, and the zoo, its importers, pretraining and
 * quantisation. Start with {@link org.facies.cli.model.ModelCommand}.
 */
package org.facies.cli.model;
