package org.facies.power;

/**
 * One cohort to draw.
 *
 * @param size subjects of the rare class
 * @param repeat from 0; draws of one repeat are nested: a larger one contains the smaller ones, as a cohort that grows
 *     does
 */
record Draw(int size, int repeat) {}
