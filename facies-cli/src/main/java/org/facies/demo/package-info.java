/**
 * The demo: a whole study on synthetic children, from the cohort to the report. Owns the order of the steps, the study
 * file of the demo and its designs of reader studies; other packages do each step. Read {@link org.facies.demo.Demo}
 * first.
 */
package org.facies.demo;
