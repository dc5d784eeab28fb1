/**
 * The whole story on children who do not exist: a synthetic cohort, checked, aligned, studied, judged by simulated
 * readers, reported. Owns the plot, the demo's study file and its designs of reader studies; every step is another
 * package's. Read {@link org.facies.demo.Demo} first.
 */
package org.facies.demo;
