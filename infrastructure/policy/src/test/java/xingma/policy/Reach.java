package xingma.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What can happen once a function is called: every method of ours that its handler can reach, the calls to others that
 * these methods make, and the texts that they hold. Virtual calls lead to the classes that are made on the way; a class
 * of ours behind an interface of the JDK counts as called once it is made.
 */
final class Reach {
    private static final String OURS = "xingma/";

    private final Map<String, Optional<ClassModel>> models = new HashMap<>();
    private final Map<String, List<String>> lineages = new HashMap<>();
    private final Set<Method> seen = new HashSet<>();
    private final Deque<Method> waiting = new ArrayDeque<>();
    private final Set<Method> virtual = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<Call> calls = new HashSet<>();
    private final Set<Text> texts = new HashSet<>();

    /** A method by its owner's internal name. */
    record Method(String owner, String name, String descriptor) {}

    /** A call of a method that is not ours, and the method of ours that makes it. */
    record Call(Method from, Method to) {}

    /** A text constant, and the method of ours that holds it. */
    record Text(Method in, String value) {}

    private Reach() {}

    static Reach from(String handler) {
        var reach = new Reach();
        var owner = handler.replace('.', '/');
        reach.make(owner);
        reach.enqueue(new Method(owner, "<init>", "()V"));
        reach.model(owner).orElseThrow(() -> new IllegalArgumentException("no class " + handler)).methods().stream()
                .filter(m -> m.methodName().equalsString("handleRequest"))
                .forEach(m -> reach.enqueue(method(owner, m)));
        while (!reach.waiting.isEmpty()) {
            reach.visit(reach.waiting.remove());
        }
        return reach;
    }

    /** Calls of methods that are not ours. */
    Set<Call> calls() {
        return calls;
    }

    Set<Text> texts() {
        return texts;
    }

    /** The texts that are held by methods of one class. */
    Set<String> textsIn(String owner) {
        var found = new TreeSet<String>();
        texts.stream().filter(t -> t.in().owner().equals(owner)).forEach(t -> found.add(t.value()));
        return found;
    }

    /** Whether a method, or a lambda written in it, calls a method of that name. */
    boolean callsWithin(Method method, String name) {
        return calls.stream().anyMatch(c -> c.to().name().equals(name)
                && (c.from().equals(method)
                        || c.from().owner().equals(method.owner())
                                && c.from().name().startsWith("lambda$" + method.name() + "$")));
    }

    private void visit(Method method) {
        var code = model(method.owner())
                .flatMap(m -> m.methods().stream().filter(x -> method(method.owner(), x).equals(method)).findFirst())
                .flatMap(MethodModel::code);
        if (code.isEmpty()) {
            return;
        }
        for (var element : code.get()) {
            visit(method, element);
        }
    }

    private void visit(Method in, CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> {
                var to = new Method(
                        call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
                switch (call.opcode()) {
                    case INVOKEVIRTUAL, INVOKEINTERFACE -> callVirtual(in, to);
                    default -> call(in, to);
                }
            }
            case NewObjectInstruction made -> make(made.className().asInternalName());
            case FieldInstruction field -> start(field.owner().asInternalName());
            case ConstantInstruction.LoadConstantInstruction constant
                    when constant.constantValue() instanceof String text -> texts.add(new Text(in, text));
            case InvokeDynamicInstruction dynamic -> {
                for (var argument : dynamic.bootstrapArgs()) {
                    if (argument instanceof DirectMethodHandleDesc handle) {
                        handle(in, handle);
                    } else if (argument instanceof String text) {
                        texts.add(new Text(in, text));
                    }
                }
            }
            default -> {}
        }
    }

    private void handle(Method in, DirectMethodHandleDesc handle) {
        var descriptor = handle.owner().descriptorString();
        var to = new Method(
                descriptor.substring(1, descriptor.length() - 1), handle.methodName(), handle.lookupDescriptor());
        switch (handle.kind()) {
            case VIRTUAL, INTERFACE_VIRTUAL -> callVirtual(in, to);
            case CONSTRUCTOR -> {
                make(to.owner());
                call(in, to);
            }
            case STATIC, SPECIAL, INTERFACE_STATIC, INTERFACE_SPECIAL -> call(in, to);
            default -> {}
        }
    }

    private void call(Method in, Method to) {
        if (!to.owner().startsWith(OURS)) {
            calls.add(new Call(in, to));
            return;
        }
        start(to.owner());
        resolve(to.owner(), to).ifPresent(this::enqueue);
    }

    private void callVirtual(Method in, Method to) {
        call(in, to);
        if (virtual.add(to)) {
            List.copyOf(made).forEach(type -> dispatch(type, to));
        }
    }

    /** An object of ours comes to be: what was called on its kind may be called on it. */
    private void make(String type) {
        if (!type.startsWith(OURS) || !made.add(type)) {
            return;
        }
        start(type);
        List.copyOf(virtual).forEach(call -> dispatch(type, call));
        var foreign = new HashSet<String>();
        supertypes(type).filter(t -> !t.startsWith(OURS)).forEach(t -> foreign.addAll(methodNames(t)));
        supertypes(type).filter(t -> t.startsWith(OURS)).flatMap(t -> model(t).stream()).forEach(m -> m.methods().stream()
                .filter(x -> foreign.contains(x.methodName().stringValue()) && !x.flags().has(AccessFlag.STATIC))
                .filter(x -> !x.methodName().stringValue().startsWith("<"))
                .forEach(x -> enqueue(method(m.thisClass().asInternalName(), x))));
    }

    private void dispatch(String type, Method called) {
        if (called.owner().startsWith(OURS) && supertypes(type).anyMatch(called.owner()::equals)) {
            resolve(type, called).ifPresent(this::enqueue);
        }
    }

    /** A class is used for the first time: its static beginnings run. */
    private void start(String type) {
        if (type.startsWith(OURS)) {
            enqueue(new Method(type, "<clinit>", "()V"));
        }
    }

    private void enqueue(Method method) {
        if (seen.add(method)) {
            waiting.add(method);
        }
    }

    private Optional<Method> resolve(String type, Method called) {
        return supertypes(type)
                .flatMap(t -> model(t).stream())
                .flatMap(m -> m.methods().stream().map(x -> method(m.thisClass().asInternalName(), x)))
                .filter(m -> m.name().equals(called.name()) && m.descriptor().equals(called.descriptor()))
                .findFirst();
    }

    /** The type itself, then what it extends and implements, the nearest first. */
    private Stream<String> supertypes(String type) {
        var known = lineages.get(type);
        if (known == null) {
            var parents = model(type).stream()
                    .flatMap(m -> Stream.concat(m.superclass().stream(), m.interfaces().stream()))
                    .flatMap(p -> supertypes(p.asInternalName()));
            known = Stream.concat(Stream.of(type), parents).distinct().toList();
            lineages.put(type, known);
        }
        return known.stream();
    }

    private static Set<String> methodNames(String foreign) {
        if (foreign.equals("java/lang/Object") || foreign.equals("java/lang/Record") || foreign.equals("java/lang/Enum")) {
            return Set.of("toString", "equals", "hashCode");
        }
        var names = new TreeSet<String>();
        try {
            var type = Class.forName(foreign.replace('/', '.'), false, Reach.class.getClassLoader());
            Stream.of(type.getMethods()).forEach(m -> names.add(m.getName()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    private static Method method(String owner, MethodModel method) {
        return new Method(owner, method.methodName().stringValue(), method.methodType().stringValue());
    }

    private Optional<ClassModel> model(String type) {
        return models.computeIfAbsent(type, t -> {
            if (!t.startsWith(OURS)) {
                return Optional.empty();
            }
            try (var bytes = Reach.class.getClassLoader().getResourceAsStream(t + ".class")) {
                return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
