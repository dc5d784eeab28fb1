/**
 * Which photo is tested in which fold ({@link org.facies.fold.FoldPlan}): stratified, the same for every model, and
 * made from the seed alone. Imports {@code cohort}, {@code table}, {@code file} and {@code input}. Start with {@code
 * FoldPlan}.
 */
package org.facies.fold;
