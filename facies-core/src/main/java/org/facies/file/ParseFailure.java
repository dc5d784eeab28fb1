package org.facies.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Where and why a file is not well-formed JSON or YAML, as a message tells it.
 *
 * @param where the file, with the line where the parser knows it
 * @param reason the first line of what the parser says
 */
public record ParseFailure(String where, String reason) {

    /**
     * What a parser says, with the file that it read.
     *
     * @param file as messages name it
     */
    public static ParseFailure of(String file, JsonProcessingException malformed) {
        JsonLocation at = malformed.getLocation();
        // What the parser says of bytes that are no UTF-8 begins with the name of an exception.
        String reason = malformed
                .getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("malformed")
                .replaceFirst("^(\\w+\\.)+\\w*Exception: ", "");
        return new ParseFailure(at == null ? file : file + " line " + at.getLineNr(), reason);
    }
}
