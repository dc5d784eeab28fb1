package org.facies.align;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.facies.file.AtomicFile;
import org.facies.image.JpegWriter;

/**
 * Collects crops and writes them as web pages: {@code contact-sheet.html}, {@code contact-sheet-2.html} and so on. Each
 * page is self-contained. A photo is identified only by its path in the manifest. Not thread-safe.
 */
public final class ContactSheet {

    private static final int PER_PAGE = 240;
    private static final float QUALITY = 0.8f;

    private final String title;
    private final FaceChoice choice;
    private final Map<String, List<ContactTile>> groups = new LinkedHashMap<>();

    /**
     * An empty sheet.
     *
     * @param title heading of every page
     * @param choice which of several faces was used
     */
    public ContactSheet(String title, FaceChoice choice) {
        this.title = Objects.requireNonNull(title);
        this.choice = Objects.requireNonNull(choice);
    }

    /**
     * Adds a photo.
     *
     * @param group its heading, such as the diagnosis; groups keep the order of their first photo
     */
    public void add(String group, FaceResult result) {
        groups.computeIfAbsent(group, name -> new ArrayList<>()).add(tile(result));
    }

    /** Writes the pages and returns the first. */
    public Path write(Path folder) {
        List<ContactPage> pages = pages();
        for (ContactPage page : pages) {
            AtomicFile.write(folder.resolve(ContactPage.fileName(page.number())), page.html(title, pages));
        }
        return folder.resolve(ContactPage.fileName(1));
    }

    private List<ContactPage> pages() {
        List<ContactPage> pages = new ArrayList<>();
        groups.forEach((group, tiles) -> {
            for (int from = 0; from < tiles.size(); from += PER_PAGE) {
                List<ContactTile> part = tiles.subList(from, Math.min(tiles.size(), from + PER_PAGE));
                pages.add(new ContactPage(pages.size() + 1, group, from, tiles.size(), part));
            }
        });
        return pages.isEmpty() ? List.of(new ContactPage(1, "no photos", 0, 0, List.of())) : pages;
    }

    private ContactTile tile(FaceResult result) {
        String path = result.photo().path();
        String remarks = result.findings().stream()
                .map(finding -> finding.sentence(choice))
                .collect(Collectors.joining(" "));
        if (result instanceof FaceResult.Aligned aligned) {
            byte[] jpeg = JpegWriter.encode(aligned.crop(), QUALITY);
            return new ContactTile.Crop(
                    path,
                    aligned.crop().widthPx(),
                    aligned.crop().heightPx(),
                    Base64.getEncoder().encodeToString(jpeg),
                    remarks);
        }
        return new ContactTile.LeftOut(path, ((FaceResult.Refused) result).reason());
    }
}
