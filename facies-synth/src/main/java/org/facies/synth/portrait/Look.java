package org.facies.synth.portrait;

/**
 * What covers the head: the same child may have other hair in another photo, but not other eyes.
 *
 * @param hairStyle name of a hair style that the studio offers
 * @param hair its colour; eyebrows follow it
 * @param skinTone darker (to 1) or lighter (to -1) than the skin of the ancestry blend
 * @param skin which of the studio's skins of that blend and sex, counted from 0, taken modulo their number
 * @param eyes name of an eye colour that the studio offers
 * @param eyebrows name of eyebrows that the studio offers
 * @param collar colour of the plain collar below the neck
 */
public record Look(String hairStyle, Tint hair, double skinTone, int skin, String eyes, String eyebrows, Tint collar) {}
