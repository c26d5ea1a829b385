package org.scriptsocket.specs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds specs by file, folder, class-path resource and uri, and by a line in them. */
final class FileResolver implements SelectorResolver {

    private static final String LUA = ".lua";

    private final UniqueId engine;
    private final SpecFiles files;

    FileResolver(UniqueId engine, SpecFiles files) {
        this.engine = engine;
        this.files = files;
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        Path folder = selector.getPath();
        if (!Files.isDirectory(folder)) {
            return Resolution.unresolved();
        }
        return selectors(SpecFolder.specs(folder).stream()
                .map(spec -> selectUniqueId(idOf(spec)))
                .toList());
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        Path path = selector.getPath();
        return path.toString().endsWith(LUA) && Files.isRegularFile(path)
                ? select(SpecSource.InFile.of(path), selector.getPosition())
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(ClasspathResourceSelector selector, Context context) {
        if (!selector.getClasspathResourceName().endsWith(LUA)) {
            return Resolution.unresolved();
        }
        Optional<Resource> found = ClassPath.find(selector);
        return found.map(resource -> select(SpecSource.OnClassPath.of(resource), selector.getPosition()))
                .orElse(Resolution.unresolved());
    }

    @Override
    public Resolution resolve(UriSelector selector, Context context) {
        URI uri = selector.getUri();
        FilePosition position = FilePosition.fromQuery(uri.getQuery()).orElse(null);
        if ("file".equals(uri.getScheme())) {
            Path path = Path.of(URI.create("file://" + uri.getRawPath()));
            return selectors(
                    List.of(position == null ? selectFile(path.toString()) : selectFile(path.toString(), position)));
        }
        if ("classpath".equals(uri.getScheme()) && uri.getPath() != null) {
            String name = uri.getPath();
            return selectors(List.of(
                    position == null ? selectClasspathResource(name) : selectClasspathResource(name, position)));
        }
        return Resolution.unresolved();
    }

    private Resolution select(SpecSource source, Optional<FilePosition> position) {
        UniqueId id = idOf(source);
        List<SpecNode> path = position.map(at -> files.evaluated(source).tree().at(at.getLine()))
                .orElse(List.of());
        for (SpecNode node : path) {
            id = id.append(node.kind().segment(), node.name());
        }
        return selectors(List.of(selectUniqueId(id)));
    }

    private UniqueId idOf(SpecSource source) {
        return engine.append(SpecNode.Kind.FILE.segment(), source.id());
    }

    private static Resolution selectors(List<? extends DiscoverySelector> selectors) {
        Set<DiscoverySelector> all = selectors.stream().collect(Collectors.toCollection(LinkedHashSet::new));
        return all.isEmpty() ? Resolution.unresolved() : Resolution.selectors(all);
    }
}
