package org.scriptsocket.policy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file can not be read, as a sentence. */
final class FileTrouble {

    private FileTrouble() {}

    /** @param named how the setting names the file */
    static String of(IOException e, String named) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        } else if (e instanceof FileSystemException unreadable && unreadable.getFile() != null) {
            return unreadable.getFile() + " can not be read";
        }
        return VisibleText.of(named + " can not be read: " + e.getMessage());
    }
}
