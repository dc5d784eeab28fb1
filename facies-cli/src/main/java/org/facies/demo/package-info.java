/**
 * The whole story on children who do not exist: a synthetic cohort, checked, aligned, studied, reported. Owns the plot
 * and the demo's study file; every step is another package's. Read {@link org.facies.demo.Demo} first.
 */
package org.facies.demo;
