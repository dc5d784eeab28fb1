package org.facies.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Where and why a file is not well-formed JSON or YAML.
 *
 * @param where the file, with the line if the parser knows it
 * @param reason the first line of the parser's message
 */
public record ParseFailure(String where, String reason) {

    /**
     * The failure that a parser reports, with the file that it read.
     *
     * @param file its name in messages
     */
    public static ParseFailure of(String file, JsonProcessingException malformed) {
        JsonLocation at = malformed.getLocation();
        // The parser's message about bytes that are not UTF-8 begins with the name of an exception.
        String reason = malformed
                .getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("malformed")
                .replaceFirst("^(\\w+\\.)+\\w*Exception: ", "");
        return new ParseFailure(at == null ? file : file + " line " + at.getLineNr(), reason);
    }
}
