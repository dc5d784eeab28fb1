package org.facies.errors;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The main sources of every module, parsed and indexed by name. Nothing is compiled, so types are those of names. */
final class Sources {
    /** Methods by name and number of parameters. */
    final Map<String, List<TreePath>> methods = new HashMap<>();

    /** Calls of methods and constructors, likewise. */
    final Map<String, List<TreePath>> calls = new HashMap<>();

    /** Classes by simple name. */
    final Map<String, List<TreePath>> classes = new HashMap<>();

    private Sources() {}

    /** Parses the sources below a folder, in the order of their paths. */
    static Sources of(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> modules = Files.list(root)) {
            List<Path> found = new ArrayList<>();
            for (Path module : modules.sorted().toList()) {
                Path main = module.resolve("src/main/java");
                if (Files.isDirectory(main)) {
                    try (Stream<Path> all = Files.walk(main)) {
                        all.filter(file -> file.toString().endsWith(".java"))
                                .sorted()
                                .forEach(found::add);
                    }
                }
            }
            files = found;
        }
        Sources sources = new Sources();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                sources.new Index().scan(unit, null);
            }
        }
        return sources;
    }

    private final class Index extends TreePathScanner<Void, Void> {
        @Override
        public Void visitClass(ClassTree node, Void none) {
            classes.computeIfAbsent(node.getSimpleName().toString(), first -> new ArrayList<>())
                    .add(getCurrentPath());
            return super.visitClass(node, null);
        }

        @Override
        public Void visitMethod(MethodTree node, Void none) {
            String name = node.getName().contentEquals("<init>")
                    ? owner(getCurrentPath()).getSimpleName().toString()
                    : node.getName().toString();
            methods.computeIfAbsent(key(name, node.getParameters().size()), first -> new ArrayList<>())
                    .add(getCurrentPath());
            return super.visitMethod(node, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void none) {
            Tree select = node.getMethodSelect();
            String name = select instanceof MemberSelectTree member
                    ? member.getIdentifier().toString()
                    : select.toString();
            if (name.equals("this")) {
                name = owner(getCurrentPath()).getSimpleName().toString();
            }
            calls.computeIfAbsent(key(name, node.getArguments().size()), first -> new ArrayList<>())
                    .add(getCurrentPath());
            return super.visitMethodInvocation(node, null);
        }

        @Override
        public Void visitNewClass(NewClassTree node, Void none) {
            String name = simple(node.getIdentifier().toString());
            calls.computeIfAbsent(key(name, node.getArguments().size()), first -> new ArrayList<>())
                    .add(getCurrentPath());
            return super.visitNewClass(node, null);
        }
    }

    static String key(String name, int parameters) {
        return name + "/" + parameters;
    }

    static String simple(String type) {
        String raw = type.replaceFirst("<.*", "");
        return raw.substring(raw.lastIndexOf('.') + 1);
    }

    static ClassTree owner(TreePath path) {
        return (ClassTree) up(path, ClassTree.class).orElseThrow().getLeaf();
    }

    static Optional<TreePath> up(TreePath path, Class<? extends Tree> kind) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (kind.isInstance(at.getLeaf())) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The calls that mean a method or constructor, as far as names tell. */
    List<TreePath> callsOf(TreePath method) {
        MethodTree tree = (MethodTree) method.getLeaf();
        String owner = owner(method).getSimpleName().toString();
        boolean isConstructor = tree.getName().contentEquals("<init>");
        String key = key(
                isConstructor ? owner : tree.getName().toString(),
                tree.getParameters().size());
        boolean isPrivate = tree.getModifiers().getFlags().contains(Modifier.PRIVATE);
        return calls.getOrDefault(key, List.of()).stream()
                .filter(call -> !isPrivate || call.getCompilationUnit() == method.getCompilationUnit())
                .filter(call -> isConstructor || means(call, owner, method))
                .toList();
    }

    private boolean means(TreePath call, String owner, TreePath method) {
        if (!(call.getLeaf() instanceof MethodInvocationTree invocation)) {
            return false;
        }
        if (!(invocation.getMethodSelect() instanceof MemberSelectTree select)) {
            return call.getCompilationUnit() == method.getCompilationUnit();
        }
        ExpressionTree receiver = select.getExpression();
        if (receiver instanceof IdentifierTree name) {
            return name.getName().contentEquals(owner)
                    || name.getName().contentEquals("this")
                    || typeOf(call, name.getName().toString())
                            .filter(owner::equals)
                            .isPresent();
        }
        return receiver instanceof NewClassTree made
                && simple(made.getIdentifier().toString()).equals(owner);
    }

    /** The simple name of the type of a variable, if a declaration of that name stands in the file. */
    static Optional<String> typeOf(TreePath place, String variable) {
        List<String> types = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree node, Void none) {
                if (node.getName().contentEquals(variable) && node.getType() != null) {
                    types.add(simple(node.getType().toString()));
                }
                return super.visitVariable(node, null);
            }
        }.scan(new TreePath(place.getCompilationUnit()), null);
        return types.stream().distinct().count() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }

    /** The declaration that an invocation means; empty if it is none of ours, or several fit. */
    Optional<TreePath> declaration(TreePath call) {
        MethodInvocationTree invocation = (MethodInvocationTree) call.getLeaf();
        String name = invocation.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : invocation.getMethodSelect().toString();
        List<TreePath> fitting = methods
                .getOrDefault(key(name, invocation.getArguments().size()), List.of())
                .stream()
                .filter(method -> means(call, owner(method).getSimpleName().toString(), method))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
