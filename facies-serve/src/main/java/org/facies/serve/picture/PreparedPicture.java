package org.facies.serve.picture;

/**
 * A picture that readers see.
 *
 * @param caseNumber of the plan, from 0
 * @param photoNumber among the photos of the case, from 0
 * @param file name in the folder of pictures; it reveals nothing about the child
 * @param sha256 of the file
 */
public record PreparedPicture(int caseNumber, int photoNumber, String file, String sha256) {}
