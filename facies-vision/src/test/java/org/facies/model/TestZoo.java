package org.facies.model;

/** The models of the machine that runs the tests, fetched once with npm. */
public final class TestZoo {

    private TestZoo() {}

    public static InstalledModel model(String id) {
        return ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, sentence -> {})
                .require(id);
    }
}
