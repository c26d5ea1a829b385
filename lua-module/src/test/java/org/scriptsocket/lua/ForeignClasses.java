package org.scriptsocket.lua;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Loads an interface anew, as an application server or a plug-in would. */
final class ForeignClasses extends ClassLoader {

    static final String SHAPE = InvocableSentences.Shape.class.getName();

    ForeignClasses() {
        super(ForeignClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(SHAPE)) {
            return super.loadClass(name, resolve);
        }
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] code = Objects.requireNonNull(in).readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
