package org.facies.model.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.model.weights.PickleValue.Storage;
import org.facies.model.weights.PickleValue.Tensor;
import org.facies.onnx.FloatTensor;

/** Reads the weights from a {@code .pth} file, as torch.save writes it since torch 1.6. */
public final class TorchFile {

    /**
     * Largest growth from stored to loaded weights: 16 bits are widened and layers may share them, but more is an
     * attack.
     */
    private static final int MAX_GROWTH = 8;

    private static final int PICKLE_BEFORE_1_6 = 0x80;

    private final Refusals refusals;
    private final WeightLimits limits;
    private final TorchArchive archive;

    private TorchFile(Refusals refusals, WeightLimits limits, TorchArchive archive) {
        this.refusals = refusals;
        this.limits = limits;
        this.archive = archive;
    }

    /**
     * The floating-point tensors of the state dict in the file, or of the state dict under a key such as {@code
     * "state_dict"}. They are in the file's order, row-major whatever their strides are, and all finite. Integer
     * tensors, such as {@code num_batches_tracked}, are left out.
     *
     * @throws BadInput if the file contains anything but data, is damaged, or is larger than allowed
     */
    public static Map<String, FloatTensor> read(Path file, WeightLimits limits) {
        Refusals refusals = Refusals.of(file);
        try {
            checkBeginning(file, refusals, limits);
            try (TorchArchive archive = TorchArchive.open(file.toFile(), refusals, limits)) {
                archive.checkLittleEndian();
                PickleValue saved = PickleMachine.run(new PickleInput(refusals, archive.pickle()));
                TorchFile reader = new TorchFile(refusals, limits, archive);
                return reader.gathered(reader.weights(StateDict.tensors(saved, refusals), Files.size(file)));
            }
        } catch (IOException broken) {
            throw refusals.whole("cannot be read to its end (" + broken.getMessage() + ")", Refusals.FETCH_AGAIN);
        }
    }

    private static void checkBeginning(Path file, Refusals refusals, WeightLimits limits) throws IOException {
        if (Files.size(file) > limits.maxFileBytes()) {
            throw refusals.tooLarge("a size", Files.size(file), limits.maxFileBytes());
        }
        byte[] first;
        try (InputStream bytes = Files.newInputStream(file)) {
            first = bytes.readNBytes(4);
        }
        if (first.length > 0 && (first[0] & 0xff) == PICKLE_BEFORE_1_6) {
            throw refusals.whole(
                    "is a bare pickle, the format of torch before version 1.6",
                    "Load it in torch, if you trust it, with weights_only=True, and save it again.");
        }
        if (first.length < 4 || first[0] != 'P' || first[1] != 'K' || first[2] != 3 || first[3] != 4) {
            throw refusals.whole("was not written by torch.save", Refusals.SAVE_AGAIN);
        }
    }

    /** The tensors that are weights, each checked against the stored size. */
    private Map<String, Tensor> weights(Map<String, Tensor> tensors, long fileBytes) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        long bytes = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            check(entry.getKey(), entry.getValue());
            if (entry.getValue().storage().type().isWeight()) {
                weights.put(entry.getKey(), entry.getValue());
                bytes += (long) Float.BYTES * entry.getValue().view().elements();
            }
        }
        if (weights.isEmpty()) {
            throw refusals.whole("contains no tensor of floating-point numbers", Refusals.SAVE_AGAIN);
        }
        if (bytes > limits.maxWeightBytes()) {
            throw refusals.tooLarge("weights", bytes, limits.maxWeightBytes());
        }
        if (bytes > MAX_GROWTH * fileBytes) {
            throw refusals.whole(
                    "has tensors that share the same numbers and expand to " + bytes + " bytes", Refusals.DISTRUST);
        }
        return weights;
    }

    private void check(String name, Tensor tensor) {
        Storage storage = tensor.storage();
        Optional<String> flaw = tensor.view().flaw();
        if (flaw.isPresent()) {
            throw refusals.tensor(name, flaw.get(), Refusals.FETCH_AGAIN);
        }
        long present = archive.storageBytes(storage.key());
        long wanted = storage.count() * storage.type().bytes();
        if (present != wanted) {
            throw refusals.tensor(
                    name,
                    "needs " + wanted + " bytes of storage \"" + storage.key() + "\", but the file has " + present,
                    Refusals.FETCH_AGAIN);
        }
    }

    /** Reads the weights; every storage is read once, however many tensors share it. */
    private Map<String, FloatTensor> gathered(Map<String, Tensor> weights) throws IOException {
        Map<String, List<String>> namesOfStorage = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> namesOfStorage
                .computeIfAbsent(tensor.storage().key(), key -> new ArrayList<>())
                .add(name));
        Map<String, FloatTensor> read = new HashMap<>();
        for (Map.Entry<String, List<String>> entry : namesOfStorage.entrySet()) {
            ByteBuffer stored = archive.storage(entry.getKey());
            for (String name : entry.getValue()) {
                read.put(name, refusals.finite(name, weights.get(name).view().gathered(stored)));
            }
        }
        Map<String, FloatTensor> ordered = new LinkedHashMap<>();
        weights.keySet().forEach(name -> ordered.put(name, read.get(name)));
        return ordered;
    }
}
