package org.facies.synth.portrait;

/**
 * Hair, skin and eyes. Hair may differ between two photos of a child; eyes may not.
 *
 * @param hairStyle name of one of the studio's hair styles
 * @param hair colour of the hair; the eyebrows follow it
 * @param skinTone darker (to 1) or lighter (to -1) than the skin of the ancestry blend
 * @param skin index, from 0, among the studio's skins of that blend and sex, taken modulo their number
 * @param eyes name of one of the studio's eye colours
 * @param eyebrows name of one of the studio's eyebrows
 * @param collar colour of the plain collar below the neck
 */
public record Look(String hairStyle, Tint hair, double skinTone, int skin, String eyes, String eyebrows, Tint collar) {}
