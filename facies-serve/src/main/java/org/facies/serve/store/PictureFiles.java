package org.facies.serve.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facies.serve.picture.PreparedPicture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The prepared pictures as files of the data folder; the study's database says which picture belongs to which case. */
final class PictureFiles implements PictureSource {
    private final Path folder;
    private final Map<Key, String> names;

    PictureFiles(Path folder, Map<Key, String> names) {
        this.folder = folder;
        this.names = Map.copyOf(names);
    }

    /** A photo of a case. */
    record Key(int caseNumber, int photo) {}

    static void insert(Handle handle, List<PreparedPicture> pictures) {
        PreparedBatch rows = handle.prepareBatch(
                "INSERT INTO picture (case_number, photo, file, sha256)" + " VALUES (:case, :photo, :file, :hash)");
        for (PreparedPicture one : pictures) {
            rows.bind("case", one.caseNumber())
                    .bind("photo", one.photoNumber())
                    .bind("file", one.file())
                    .bind("hash", one.sha256())
                    .add();
        }
        rows.execute();
    }

    static Map<Key, String> names(Handle handle) {
        Map<Key, String> names = new HashMap<>();
        handle.createQuery("SELECT case_number, photo, file FROM picture")
                .map((row, context) ->
                        Map.entry(new Key(row.getInt("case_number"), row.getInt("photo")), row.getString("file")))
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    boolean areThere() {
        return names.values().stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    @Override
    public Picture of(int caseNumber, int photo) {
        String name = names.get(new Key(caseNumber, photo));
        if (name == null) {
            throw new IllegalArgumentException("no picture " + photo + " of case " + caseNumber);
        }
        try {
            return new Picture(
                    name.endsWith(".png") ? "image/png" : "image/jpeg", Files.readAllBytes(folder.resolve(name)));
        } catch (IOException missing) {
            throw new StoreUnavailable(missing);
        }
    }
}
