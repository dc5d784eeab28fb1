/**
 * What {@code facies model} does. Imports what commands share, and the zoo, its importers, pretraining and quantising.
 * Start with {@link org.facies.cli.model.ModelCommand}.
 */
package org.facies.cli.model;
