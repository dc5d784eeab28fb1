package org.facies.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of places where nothing can be read or nothing can be written, whoever asks. */
final class WrongPlaces {

    /** A file, where another file or a folder is wanted. */
    static final String SOMETHING_ELSE = "a file that is something else";

    private WrongPlaces() {}

    /** By what is wrong with them. */
    static Map<String, String> in(Path folder) throws IOException {
        Path file = Files.write(Files.createDirectories(folder).resolve("file"), new byte[] {0, 1, 2, (byte) 0xff});
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nothing"));
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        Map<String, String> places = new LinkedHashMap<>();
        places.put(SOMETHING_ELSE, file.toString());
        places.put("below a file", file.resolve("x").toString());
        places.put("a link to nothing", dangling.toString());
        places.put("below a link to nothing", dangling.resolve("x").toString());
        places.put("a link to itself", loop.toString());
        places.put("below a link to itself", loop.resolve("x").toString());
        places.put("a name of 300 letters", folder.resolve("n".repeat(300)).toString());
        places.put("a name with NUL", folder.resolve("a") + "\0b");
        places.put("a device", "/dev/null");
        places.put("below a device", "/dev/null/x");
        return places;
    }
}
