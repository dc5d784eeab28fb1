/**
 * How many children of the rare class are needed: cohorts of growing size are drawn from one cohort and each is
 * evaluated by itself, with the embeddings of a frozen network and a linear discriminant
 * ({@link org.facies.power.PowerStudy}). May import everything below the application, {@code study} and {@code report}.
 * Start with {@code PowerStudy}.
 */
package org.facies.power;
