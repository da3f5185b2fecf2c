package xingma.complain;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that one of our objects holds, in its fields, in theirs, and in the static ones of their classes. */
final class Reach {
    private final Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> ahead = new ArrayDeque<>();

    private final String outside;

    private Reach(String outside) {
        this.outside = outside;
    }

    /** @param test whose own objects are met, but not looked into */
    static Reach of(Object root, Class<?> test) {
        var reach = new Reach(test.getName());
        reach.add(root);
        while (!reach.ahead.isEmpty()) {
            reach.into(reach.ahead.remove());
        }
        return reach;
    }

    boolean holds(Object object) {
        return reached.contains(object);
    }

    <T> List<T> all(Class<T> type) {
        return reached.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void add(Object object) {
        if (object != null && reached.add(object)) {
            ahead.add(object);
        }
    }

    private void into(Object object) {
        switch (object) {
            case Collection<?> all -> all.forEach(this::add);
            case Map<?, ?> map -> map.forEach((key, value) -> {
                add(key);
                add(value);
            });
            case Optional<?> optional -> optional.ifPresent(this::add);
            case Object[] array -> {
                for (var i = 0; i < array.length; i++) {
                    add(Array.get(array, i));
                }
            }
            default -> {
                for (Class<?> c = object.getClass(); c != null && isOurs(c.getName()); c = c.getSuperclass()) {
                    for (var field : c.getDeclaredFields()) {
                        add(value(field, object));
                    }
                }
            }
        }
    }

    private boolean isOurs(String name) {
        return name.startsWith("xingma.") && !name.startsWith(outside);
    }

    private static Object value(Field field, Object object) {
        if (field.getType().isPrimitive()) {
            return null;
        }
        try {
            field.setAccessible(true);
            return field.get(Modifier.isStatic(field.getModifiers()) ? null : object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}
