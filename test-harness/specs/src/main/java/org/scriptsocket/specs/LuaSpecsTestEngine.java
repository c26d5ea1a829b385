package org.scriptsocket.specs;

import org.junit.platform.commons.io.ResourceFilter;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ThrowableCollector;

/**
 * Lua specs, {@code *_spec.lua}, as tests of the JUnit Platform.
 *
 * <p>They are found by class-path resource, class-path root, package, module, file, directory, uri ({@code ?line=}) and unique id, and by
 * classes with {@link LuaSpecs}. To find them each file is evaluated, bodies of {@code describe} included; to run them it is evaluated
 * again, in an engine and a host of its own, and its tests run on one thread. {@link SpecSettings} has the configuration parameters.
 */
public final class LuaSpecsTestEngine extends HierarchicalTestEngine<SpecContext> {

    /** The id of the engine. */
    public static final String ID = "scriptsocket-lua";

    private static final EngineDiscoveryRequestResolver<SpecEngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<SpecEngineDescriptor>builder()
                    .addClassContainerSelectorResolver(ClassResolver::isNamedBy)
                    .addResourceContainerSelectorResolver(
                            ResourceFilter.of(resource -> resource.getName().endsWith(SpecSource.SUFFIX)))
                    .addSelectorResolver(new ClassResolver())
                    .addSelectorResolver(context -> new FileResolver(
                            context.getEngineDescriptor().getUniqueId(),
                            context.getEngineDescriptor().files()))
                    .addSelectorResolver(context ->
                            new IdResolver(context.getEngineDescriptor().files()))
                    .addTestDescriptorVisitor(context -> new Twins())
                    .addTestDescriptorVisitor(
                            context -> Shuffle.of(context.getEngineDescriptor().settings()))
                    .build();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        Settings settings = Settings.of(request.getConfigurationParameters());
        SpecEngineDescriptor engine = new SpecEngineDescriptor(id, settings);
        RESOLVER.resolve(request, engine);
        return engine;
    }

    @Override
    protected SpecContext createExecutionContext(ExecutionRequest request) {
        Settings settings = ((SpecEngineDescriptor) request.getRootTestDescriptor()).settings();
        return new SpecContext(settings, new Sockets(settings), request.getEngineExecutionListener(), null);
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        Settings settings = ((SpecEngineDescriptor) request.getRootTestDescriptor()).settings();
        return settings.parallel()
                ? new ForkJoinPoolHierarchicalTestExecutorService(new PrefixedConfigurationParameters(
                        request.getConfigurationParameters(), SpecSettings.PARALLEL_CONFIG))
                : super.createExecutorService(request);
    }

    @Override
    protected ThrowableCollector.Factory createThrowableCollectorFactory(ExecutionRequest request) {
        return () -> new ThrowableCollector(PendingException.class::isInstance);
    }
}
