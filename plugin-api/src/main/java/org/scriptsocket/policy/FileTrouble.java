package org.scriptsocket.policy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file can not be read, as a sentence. */
final class FileTrouble {

    private FileTrouble() {}

    static String of(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        } else if (e instanceof FileSystemException unreadable && unreadable.getFile() != null) {
            return unreadable.getFile() + " can not be read";
        }
        return "the file can not be read: " + e.getMessage();
    }
}
