/**
 * The fold in which each photo is tested ({@link org.facies.fold.FoldPlan}). Plans are stratified, the same for every
 * model, and depend only on the cohort and the seed. Imports {@code cohort}, {@code table}, {@code file} and {@code
 * input}. Start with {@code FoldPlan}.
 */
package org.facies.fold;
