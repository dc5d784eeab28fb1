package org.facies.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that would run code in Python, after the public collections of such; and pickles that lie. */
class HostilePicklesTest {

    private static final String NOT_NEEDED = "no file of weights needs; nothing was run. "
            + "Unless you trust its author, do not open it with Python; ask for the weights alone, as a state dict"
            + " or as safetensors.";
    private static final long MAX_BYTES_TAKEN = 32L << 20;

    @TempDir
    private Path folder;

    @Test
    void the_harmless_pickle_that_the_others_are_made_from_is_read() {
        assertThat(Reading.torch(folder)
                        .of(ZipBytes.withPickle(ZipBytes.goodPickle()))
                        .get("w")
                        .values())
                .containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.system",
                "os.popen",
                "os.execvp",
                "os.spawnlp",
                "os.startfile",
                "os.remove",
                "os.putenv",
                "posix.system",
                "posix.popen",
                "posix.fork",
                "posixpath.os",
                "nt.system",
                "ntpath.os",
                "pty.spawn",
                "platform.popen",
                "commands.getoutput",
                "popen2.popen3",
                "subprocess.Popen",
                "subprocess.call",
                "subprocess.run",
                "subprocess.check_output",
                "subprocess.getoutput",
                "_posixsubprocess.fork_exec",
                "multiprocessing.util.spawnv_passfds",
                "asyncio.unix_events._UnixSubprocessTransport._start",
                "builtins.eval",
                "builtins.exec",
                "builtins.compile",
                "builtins.getattr",
                "builtins.setattr",
                "builtins.globals",
                "builtins.open",
                "builtins.map",
                "builtins.apply",
                "builtins.breakpoint",
                "builtins.__import__",
                "builtins.bytearray",
                "__builtin__.eval",
                "__builtin__.execfile",
                "__builtin__.file",
                "importlib.import_module",
                "importlib._bootstrap._load",
                "imp.load_source",
                "zipimport.zipimporter",
                "pkgutil.resolve_name",
                "runpy.run_path",
                "runpy.run_module",
                "runpy._run_code",
                "code.InteractiveInterpreter",
                "codeop.compile_command",
                "timeit.timeit",
                "timeit.main",
                "cProfile.run",
                "profile.run",
                "bdb.Bdb.run",
                "pdb.run",
                "trace.Trace.run",
                "doctest.debug_script",
                "test.support.script_helper.assert_python_ok",
                "idlelib.pyshell.ModifiedInterpreter.runcommand",
                "idlelib.run.Executive.runcode",
                "lib2to3.pgen2.pgen.ParserGenerator.make_label",
                "ensurepip._run_pip",
                "pip.main",
                "pip._internal.main",
                "pip._internal.cli.main.main",
                "distutils.spawn.spawn",
                "setuptools.command.easy_install.main",
                "venv.create",
                "pydoc.pipepager",
                "pydoc.locate",
                "operator.attrgetter",
                "operator.methodcaller",
                "operator.itemgetter",
                "functools.partial",
                "functools.reduce",
                "types.CodeType",
                "types.FunctionType",
                "marshal.loads",
                "pickle.loads",
                "_pickle.Unpickler",
                "cPickle.loads",
                "dill._dill._create_function",
                "cloudpickle.cloudpickle._make_function",
                "joblib.load",
                "shelve.open",
                "copyreg._reconstructor",
                "copy_reg._reconstructor",
                "torch.load",
                "torch.jit.load",
                "torch.hub.load",
                "torch.serialization.load",
                "torch.storage._load_from_bytes",
                "torch.utils.cpp_extension.load_inline",
                "torch.utils._config_module.load_config",
                "torch.distributed.rpc.internal._internal_rpc_pickler.deserialize",
                "torch._inductor.codecache.compile_file",
                "torch._tensor._rebuild_from_type_v2",
                "torch._utils._rebuild_tensor",
                "torch.nn.modules.conv.Conv2d",
                "torch.float32",
                "numpy.load",
                "numpy.testing._private.utils.runstring",
                "numpy.f2py.crackfortran.myeval",
                "sys.exit",
                "sys.settrace",
                "ctypes.CDLL",
                "_ctypes.dlopen",
                "cffi.FFI",
                "socket.create_connection",
                "ssl.get_server_certificate",
                "http.client.HTTPSConnection",
                "urllib.request.urlopen",
                "requests.api.get",
                "ftplib.FTP",
                "smtplib.SMTP",
                "telnetlib.Telnet",
                "webbrowser.open",
                "antigravity.geohash",
                "shutil.rmtree",
                "tempfile.mktemp",
                "pathlib.Path",
                "io.FileIO",
                "linecache.getline",
                "codecs.decode",
                "logging.config.listen",
                "site.addsitedir",
                "signal.signal",
                "gc.get_objects",
                "collections.abc.Callable",
                "argparse.Namespace"
            })
    void a_name_that_weights_do_not_need_is_refused_where_it_is_mentioned(String name) {
        int dot = name.lastIndexOf('.');
        byte[] pickle = PickleBytes.protocol2()
                .global(name.substring(0, dot), name.substring(dot + 1))
                .text("touch owned")
                .raw(0x85)
                .ascii("R")
                .stop();

        assertRefused(pickle, "a.pth, data.pkl byte 2: \"" + name + "\" is requested, which " + NOT_NEEDED);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("an allowed name split elsewhere", "torch", "_utils._rebuild_tensor_v2"),
                Arguments.of("a walk through an allowed module", "torch._utils", "torch.os.system"),
                Arguments.of("a walk through an allowed name", "collections", "OrderedDict.__init__.__globals__"),
                Arguments.of("a walk through a module's imports", "collections", "_sys.modules"),
                Arguments.of("a carriage return", "collections", "OrderedDict\r"),
                Arguments.of("a space", "collections ", "OrderedDict"),
                Arguments.of("another case", "Collections", "OrderedDict"),
                Arguments.of("a letter that looks the same", "c\u043ellections", "OrderedDict"),
                Arguments.of("a zero byte", "collections", "OrderedDict\0"),
                Arguments.of("no module", "", "OrderedDict"),
                Arguments.of("no name", "torch", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_name_is_allowed_in_its_exact_spelling_only(String what, String module, String name) {
        byte[] pickle = PickleBytes.protocol2().global(module, name).ascii(")R").stop();

        assertRefused(pickle, "\" is requested, which " + NOT_NEEDED);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of("INST", pickle().ascii("(").text("id").ascii("ios\nsystem\n")),
                Arguments.of(
                        "OBJ",
                        pickle().ascii("(").global("torch", "FloatStorage").ascii("o")),
                Arguments.of(
                        "NEWOBJ",
                        pickle().global("torch", "FloatStorage").ascii(")").raw(0x81)),
                Arguments.of(
                        "NEWOBJ_EX",
                        pickle().global("torch", "FloatStorage").ascii(")}").raw(0x92)),
                Arguments.of("STACK_GLOBAL", pickle().text("os").text("system").raw(0x93)),
                Arguments.of(
                        "SHORT_BINUNICODE",
                        pickle().raw(0x8c, 2).ascii("os").raw(0x8c, 6).ascii("system")),
                Arguments.of("EXT1", pickle().raw(0x82, 1)),
                Arguments.of("EXT2", pickle().raw(0x83, 1, 0)),
                Arguments.of("EXT4", pickle().raw(0x84, 1, 0, 0, 0)),
                Arguments.of("PERSID", pickle().ascii("Pos.system\n")),
                Arguments.of("DUP", pickle().ascii("}2")),
                Arguments.of("POP", pickle().ascii("}N0")),
                Arguments.of("POP_MARK", pickle().ascii("}(N1")),
                Arguments.of("INT", pickle().ascii("I1\n")),
                Arguments.of("LONG", pickle().ascii("L" + "9".repeat(100_000) + "L\n")),
                Arguments.of("LONG4", pickle().raw(0x8b).int32(Integer.MAX_VALUE)),
                Arguments.of("FLOAT", pickle().ascii("F1e999\n")),
                Arguments.of("STRING", pickle().ascii("S'\\x41'\n")),
                Arguments.of("BINSTRING", pickle().ascii("T").int32(-1)),
                Arguments.of("SHORT_BINSTRING", pickle().ascii("U").raw(255)),
                Arguments.of("UNICODE", pickle().ascii("V\\u0041\n")),
                Arguments.of("BINUNICODE8", pickle().raw(0x8d).int32(-1).int32(-1)),
                Arguments.of("BINBYTES", pickle().ascii("B").int32(-1)),
                Arguments.of("SHORT_BINBYTES", pickle().ascii("C").raw(1, 0)),
                Arguments.of("BINBYTES8", pickle().raw(0x8e).int32(-1).int32(0x7fffffff)),
                Arguments.of("BYTEARRAY8", pickle().raw(0x96).int32(-1).int32(0x7fffffff)),
                Arguments.of("NEXT_BUFFER", pickle().raw(0x97)),
                Arguments.of("READONLY_BUFFER", pickle().raw(0x98)),
                Arguments.of("EMPTY_SET", pickle().raw(0x8f)),
                Arguments.of("ADDITEMS", pickle().ascii("](").raw(0x90)),
                Arguments.of("FROZENSET", pickle().ascii("(").raw(0x91)),
                Arguments.of("DICT", pickle().ascii("(d")),
                Arguments.of("LIST", pickle().ascii("(l")),
                Arguments.of("GET", pickle().ascii("}q\0g0\n")),
                Arguments.of("PUT", pickle().ascii("}p99999999999\n")),
                Arguments.of("MEMOIZE", pickle().ascii("}").raw(0x94)),
                Arguments.of("FRAME", pickle().raw(0x95).int32(-1).int32(-1)),
                Arguments.of("PROTO", pickle().raw(0x80, 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void an_operation_that_weights_do_not_need_is_refused_by_name(String name, PickleBytes pickle) {
        assertRefused(pickle.stop(), "\"" + name + "\" is a pickle operation that " + NOT_NEEDED);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie(
                        "a text is called",
                        "calls a value that is not a function",
                        pickle().text("os.system").ascii(")R")),
                lie(
                        "a type is called",
                        "calls a value that is not a function",
                        pickle().global("torch", "HalfStorage").ascii(")R")),
                lie("a call comes back", "calls a value that is not a function", pickle().ascii("}q\0)h\0h\0RR")),
                lie(
                        "no arguments",
                        "calls a value that is not a function",
                        pickle().global("collections", "OrderedDict").ascii("NR")),
                lie(
                        "a dictionary of code",
                        "passes other arguments to ORDERED_DICT than torch does",
                        pickle().global("collections", "OrderedDict")
                                .ascii("]")
                                .raw(0x85)
                                .ascii("R")),
                lie(
                        "a tensor of nothing",
                        "passes other arguments to REBUILD_TENSOR than torch does",
                        pickle().global("torch._utils", "_rebuild_tensor_v2").ascii(")R")),
                lie(
                        "a tensor of texts",
                        "passes other arguments to REBUILD_TENSOR than torch does",
                        pickle().global("torch._utils", "_rebuild_tensor_v2")
                                .ascii("(")
                                .storage("FloatStorage", 4)
                                .wide(0)
                                .ascii("(")
                                .text("4")
                                .ascii("t")
                                .wholes(1)
                                .raw(0x89)
                                .ascii("}tR")),
                lie(
                        "a tensor of 100000 extents",
                        "passes other arguments to REBUILD_TENSOR than torch does",
                        pickle().global("torch._utils", "_rebuild_tensor_v2")
                                .ascii("(")
                                .storage("FloatStorage", 4)
                                .wide(0)
                                .ascii("(")
                                .repeated("K\1", 100_000)
                                .ascii("t")
                                .wholes(1)
                                .raw(0x89)
                                .ascii("}tR")),
                lie(
                        "a parameter of a text",
                        "passes other arguments to REBUILD_PARAMETER than torch does",
                        pickle().global("torch._utils", "_rebuild_parameter")
                                .ascii("(")
                                .text("w")
                                .raw(0x89)
                                .ascii("}tR")),
                lie(
                        "attributes of a tensor",
                        "sets attributes of something other than a dictionary",
                        pickle().tensor().ascii("}b")),
                lie(
                        "attributes that are a tuple",
                        "sets attributes of something other than a dictionary",
                        pickle().ascii("})b")),
                lie(
                        "a name as a storage",
                        "refers to something other than stored numbers",
                        pickle().text("os.system").ascii("Q")),
                lie(
                        "a module as a storage",
                        "refers to something other than stored numbers",
                        pickle().ascii("(")
                                .text("module")
                                .global("torch", "FloatStorage")
                                .text("0")
                                .text("cpu")
                                .wide(4)
                                .ascii("tQ")),
                lie(
                        "a storage of another type",
                        "refers to something other than stored numbers",
                        pickle().ascii("(")
                                .text("storage")
                                .text("FloatStorage")
                                .text("0")
                                .text("cpu")
                                .wide(4)
                                .ascii("tQ")),
                lie("a key that is a tuple", "has a key that is neither a text nor a number", pickle().ascii("})Ns")),
                lie(
                        "a key without a value",
                        "puts items into something other than a dictionary, or keys without values",
                        pickle().ascii("}(").text("a").ascii("u")),
                lie(
                        "items of a tuple",
                        "puts items into something other than a dictionary, or keys without values",
                        pickle().ascii(")").text("a").ascii("Ns")),
                lie(
                        "a list that is a dictionary",
                        "appends 1 items to something other than a list",
                        pickle().ascii("}Na")),
                lie(
                        "a name twice",
                        "\"w\" occurs twice in one dictionary",
                        pickle().ascii("}").entry("w").entry("w")),
                lie("nothing was kept", "reads entry 7 of the memo, which was never stored", pickle().ascii("h\7")),
                lie(
                        "a negative memory",
                        "reads entry -1 of the memo, which was never stored",
                        pickle().ascii("j").int32(-1)),
                lie("an empty stack", "needs 1 values, but the stack has 0", pickle()),
                lie("a mark in the way", "needs 2 values, but the stack has 1", pickle().ascii("}(Ns")),
                lie("no mark", "needs a mark, but there is none", pickle().ascii("}u")),
                lie("two values", "ends the pickle with values left over", pickle().ascii("}}")),
                lie(
                        "a mark left",
                        "ends the pickle with values left over",
                        pickle().ascii("(").ascii("}")),
                lie(
                        "a text of 4 GiB",
                        "has a text of 4294967295 bytes",
                        pickle().ascii("X").int32(-1)),
                lie(
                        "a text of 2 GiB",
                        "needs 2147483647 bytes more, but 1 are left",
                        pickle().ascii("X").int32(Integer.MAX_VALUE)),
                lie(
                        "a text that is not UTF-8",
                        "has a text that is not UTF-8",
                        pickle().ascii("X").int32(2).raw(0xc3, 0x28)),
                lie("an integer of 255 bytes", "has an integer of 255 bytes", pickle().raw(0x8a, 255)),
                lie("a name without end", "does not end", pickle().ascii("cos\nsystem")),
                lie(
                        "a name of 100000 letters",
                        "has a name that is longer than 200 bytes",
                        pickle().global("a".repeat(100_000), "b")),
                lie("a byte that is no operation", "has the byte 0xff in place of an operation", pickle().raw(0xff)),
                lie(
                        "a million nested tuples",
                        "is beyond the limit of 200000 operations",
                        pickle().ascii(nested(1_000_000))),
                lie("a million marks", "is beyond the limit of 200000 operations", pickle().repeated("(", 1_000_000)),
                lie(
                        "a million dictionaries",
                        "is beyond the limit of 200000 operations",
                        pickle().ascii("](").repeated("}", 1_000_000)),
                lie("tuples that double", "contains no state dict", doubling(10_000)),
                lie("a list in itself", "contains no state dict", pickle().ascii("]q\0h\0a")),
                lie(
                        "a dictionary in itself",
                        "contains tensors in \"a\", the whole, but not under the key \"state_dict\"",
                        pickle().ascii("}q\0").entry("w").text("a").ascii("h\0s")),
                lie(
                        "no tensors",
                        "contains no state dict",
                        pickle().ascii("}").text("a").ascii("Ns")),
                lie(
                        "two models",
                        "contains tensors in \"ema\", \"net\", but not under the key \"state_dict\"",
                        pickle().ascii("}")
                                .text("ema")
                                .ascii("}")
                                .entry("w")
                                .ascii("s")
                                .text("net")
                                .ascii("}")
                                .entry("w")
                                .ascii("s")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void a_pickle_that_lies_is_refused_and_takes_little_memory(String what, String message, PickleBytes pickle) {
        byte[] file = ZipBytes.withPickle(pickle.stop());

        long taken = Reading.allocatedBytes(() -> assertFileRefused(file, message));

        assertThat(taken).isLessThan(MAX_BYTES_TAKEN);
    }

    @Test
    void what_follows_the_end_of_the_pickle_is_refused() {
        byte[] twice =
                pickle().ascii("}").entry("w").ascii(".").global("os", "system").stop();

        assertRefused(
                twice,
                "ends the pickle with values left over; the file was not written by torch.save, or is damaged."
                        + " Download the file again, or check it against the SHA-256 that its publisher states.");
    }

    @Test
    void a_pickle_without_end_is_refused() {
        assertRefused(pickle().ascii("}").entry("w").toByteArray(), "needs 1 bytes more, but 0 are left");
    }

    @Test
    void a_name_kept_in_the_memo_is_refused_before_it_is_kept() {
        byte[] pickle = pickle().ascii("}")
                .global("os", "system")
                .ascii("q\0h\0")
                .text("id")
                .raw(0x85)
                .ascii("R")
                .stop();

        assertRefused(pickle, "data.pkl byte 3: \"os.system\" is requested");
    }

    private static PickleBytes pickle() {
        return PickleBytes.protocol2();
    }

    private static Arguments lie(String what, String message, PickleBytes pickle) {
        return Arguments.of(what, message, pickle);
    }

    /** Each tuple holds the one before twice. */
    private static PickleBytes doubling(int times) {
        PickleBytes pickle = pickle().ascii("N");
        for (int i = 0; i < times; i++) {
            pickle.ascii("q\0h\0").raw(0x86);
        }
        return pickle;
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "t".repeat(depth);
    }

    private void assertRefused(byte[] pickle, String message) {
        assertFileRefused(ZipBytes.withPickle(pickle), message);
    }

    private void assertFileRefused(byte[] file, String message) {
        assertThatThrownBy(() -> Reading.torch(folder).of(file))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("a.pth")
                .hasMessageContaining(message);
    }
}
