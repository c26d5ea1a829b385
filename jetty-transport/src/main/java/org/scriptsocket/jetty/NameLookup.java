package org.scriptsocket.jetty;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HostLiteral;
import org.scriptsocket.transport.ConnectRequest;

/** Looks up names off the client's threads, and asks the address policy about every address, literals too. */
final class NameLookup implements SocketAddressResolver {

    private final UnaryOperator<InetSocketAddress> mapping;
    private final NameResolver resolver;
    private final LookupTurns turns;
    private final @Nullable ProxySettings proxy;

    NameLookup(JettySettings settings, Executor executor) {
        this.mapping = settings.resolver();
        this.resolver = settings.names();
        this.turns = new LookupTurns(executor);
        this.proxy = settings.proxy();
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        JettyConnection connection = DialConnector.connection(context);
        try {
            ConnectRequest request = connection.request();
            InetSocketAddress target =
                    mapping.apply(InetSocketAddress.createUnresolved(request.host(), request.port()));
            if (isLiteral(target) && (proxy == null || HostLiteral.isAddress(proxy.host()))) {
                answer(connection, target, promise);
            } else {
                turns.run(request.client(), () -> answer(connection, target, promise));
            }
        } catch (RuntimeException e) {
            promise.failed(e);
        }
    }

    private void answer(
            JettyConnection connection, InetSocketAddress target, Promise<List<InetSocketAddress>> promise) {
        List<InetSocketAddress> addresses;
        try {
            addresses = connection.isDialing() ? toDial(connection, target) : List.of();
        } catch (UnknownHostException | RuntimeException e) {
            promise.failed(e);
            return;
        }
        if (addresses.isEmpty()) {
            promise.failed(new UnknownHostException());
        } else {
            promise.succeeded(addresses);
        }
    }

    private List<InetSocketAddress> toDial(JettyConnection connection, InetSocketAddress target)
            throws UnknownHostException {
        ConnectRequest request = connection.request();
        if (proxy == null) {
            return allowed(request, target);
        }
        connection.tunnelTo(
                isForProxy(target, request, proxy)
                        ? target
                        : allowed(request, target).get(0));
        return addresses(proxy);
    }

    /** Whether the proxy is to look the name up, because nothing is to be checked here. */
    private static boolean isForProxy(InetSocketAddress target, ConnectRequest request, ProxySettings proxy) {
        boolean unchecked = proxy.enforcesPolicy() || request.policy() == AddressPolicy.anywhere();
        return unchecked && !isLiteral(target);
    }

    private List<InetSocketAddress> addresses(ProxySettings proxy) {
        try {
            return Arrays.stream(resolver.lookUp(proxy.host()))
                    .map(address -> new InetSocketAddress(address, proxy.port()))
                    .toList();
        } catch (UnknownHostException e) {
            throw new PlainException("the host name of the proxy " + proxy.authority() + " is not known");
        }
    }

    /** Needs no look-up, and so waits for none. */
    private static boolean isLiteral(InetSocketAddress target) {
        return !target.isUnresolved() || HostLiteral.isAddress(target.getHostString());
    }

    private List<InetSocketAddress> allowed(ConnectRequest request, InetSocketAddress target)
            throws UnknownHostException {
        List<InetSocketAddress> allowed = new ArrayList<>();
        String refusal = "";
        for (InetAddress address : lookUp(target, request)) {
            InetSocketAddress candidate = new InetSocketAddress(named(request.host(), address), target.getPort());
            Optional<String> why = request.policy().refusal(request.host(), candidate);
            refusal = why.orElse(refusal);
            if (why.isEmpty()) {
                allowed.add(candidate);
            }
        }
        if (allowed.isEmpty()) {
            throw new PlainException(request.authority() + " was not dialled: " + refusal);
        }
        return allowed;
    }

    /** Jetty takes SNI, and the host that a certificate must be for, from the address that it dials. */
    private static InetAddress named(String host, InetAddress address) throws UnknownHostException {
        return address instanceof Inet6Address six
                ? Inet6Address.getByAddress(host, six.getAddress(), six.getScopeId())
                : InetAddress.getByAddress(host, address.getAddress());
    }

    private InetAddress[] lookUp(InetSocketAddress target, ConnectRequest request) throws UnknownHostException {
        InetAddress known = target.getAddress();
        if (known != null) {
            return new InetAddress[] {known};
        }
        try {
            return resolver.lookUp(target.getHostString());
        } catch (UnknownHostException e) {
            String mapped = target.getHostString().equals(request.host()) ? "" : " " + target.getHostString() + ",";
            throw new PlainException("the host name" + mapped + " of " + request.authority() + " is not known");
        }
    }
}
