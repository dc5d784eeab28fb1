package org.facies.cli.predict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.facies.align.InOrder;
import org.facies.bundle.BundleFile;
import org.facies.bundle.ChildReading;
import org.facies.bundle.PhotoReading;
import org.facies.bundle.PredictionRecords;
import org.facies.bundle.Predictor;
import org.facies.cli.predict.AskedChild.AskedPhoto;
import org.facies.cli.terminal.ConsoleProgress;
import org.facies.input.Problem;
import org.facies.progress.Progress;
import org.facies.result.PredictionRecord;

/**
 * Computes answers for several children at a time and delivers them in the order of the children. At most a few
 * children for each thread are in memory.
 */
final class Answering {
    private static final int VIEW_PX = 640;

    private final Predictor predictor;
    private final PredictionRecords records;
    private final int threads;
    private final boolean isShown;
    private int unusable;
    private int photosDone;

    /** @param isShown whether pictures of the first photos are needed */
    Answering(Predictor predictor, PredictionRecords records, int threads, boolean isShown) {
        this.predictor = predictor;
        this.records = records;
        this.threads = threads;
        this.isShown = isShown;
    }

    /** The model that answers. */
    BundleFile bundle() {
        return predictor.bundle();
    }

    /** The name of the model for people. */
    PredictionRecord.Model model() {
        return records.model();
    }

    /** The number of photos that could not be used. */
    int unusable() {
        return unusable;
    }

    /**
     * Computes all answers.
     *
     * @param tell takes a line for each photo that cannot be used
     * @param sink takes the answers, on the calling thread
     */
    void forEach(AskedChildren.Asked asked, Consumer<String> tell, Consumer<AnsweredChild> sink) {
        Set<AskedChild> shown = shown(asked.children());
        try (Progress.Bar bar = bar(asked.photos())) {
            InOrder.forEach(
                    asked.children(),
                    Math.min(threads, asked.children().size()),
                    child -> new Read(child, read(child, shown.contains(child))),
                    read -> {
                        told(read, tell);
                        sink.accept(answered(read));
                        photosDone += read.child().photos().size();
                        bar.at(photosDone);
                    });
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while predicting", stop);
        }
    }

    private record Read(AskedChild child, ChildReading reading) {}

    /** No bar for a single photo, which takes too little time. */
    private static Progress.Bar bar(int photos) {
        return photos > 1 ? new ConsoleProgress().start("Photos", photos) : Progress.Bar.SILENT;
    }

    /** The first children whose photos fit on a page. */
    private Set<AskedChild> shown(List<AskedChild> children) {
        Set<AskedChild> shown = new HashSet<>();
        int photos = 0;
        for (AskedChild child : children) {
            photos += child.photos().size();
            if (!isShown || photos > AnswerPage.MOST_PHOTOS) {
                break;
            }
            shown.add(child);
        }
        return shown;
    }

    private ChildReading read(AskedChild child, boolean isShown) {
        OptionalInt viewPx = isShown ? OptionalInt.of(VIEW_PX) : OptionalInt.empty();
        List<PhotoReading> photos = child.photos().stream()
                .map(photo -> predictor.read(photo.file(), viewPx))
                .toList();
        return predictor.child(photos, child.ageMonths());
    }

    private AnsweredChild answered(Read read) {
        List<String> names =
                read.child().photos().stream().map(AskedPhoto::name).toList();
        return new AnsweredChild(records.of(read.child().name(), names, read.reading()), read.reading());
    }

    private void told(Read read, Consumer<String> tell) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < read.child().photos().size(); i++) {
            String name = read.child().photos().get(i).name();
            read.reading()
                    .photos()
                    .get(i)
                    .refusal()
                    .ifPresent(refusal ->
                            lines.add(new Problem(name, "", refusal.reason().replaceFirst("\\.$", ""), refusal.remedy())
                                    .sentence()));
        }
        unusable += lines.size();
        lines.forEach(tell);
    }
}
