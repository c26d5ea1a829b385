package org.scriptsocket.docs.netty;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.FrameLink;
import org.scriptsocket.transport.FramedConnection;
import org.scriptsocket.transport.TransportListener;

/** One socket, between Netty and its connection. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends the channel, and that is told
final class NettyLink extends ChannelInboundHandlerAdapter implements FrameLink {

    private static final Map<Class<?>, Integer> OPCODES = Map.of(
            ContinuationWebSocketFrame.class, 0,
            TextWebSocketFrame.class, 1,
            BinaryWebSocketFrame.class, 2,
            CloseWebSocketFrame.class, 8,
            PingWebSocketFrame.class, 9,
            PongWebSocketFrame.class, 10);

    private final ConnectRequest request;
    private final EventLoop loop;
    final FramedConnection connection;
    private @Nullable Channel channel;

    NettyLink(ConnectRequest request, TransportListener listener, EventLoop loop) {
        this.request = request;
        this.loop = loop;
        connection = new FramedConnection(request, listener, loop, this);
    }

    @Override
    public void dial(InetSocketAddress address) {
        Bootstrap netty = new Bootstrap().group(loop).channel(NioSocketChannel.class);
        netty.handler(this).option(ChannelOption.AUTO_READ, false);
        ChannelFuture dial = netty.connect(address);
        channel = dial.channel();
        channel.closeFuture().addListener(end -> connection.ended());
        dial.addListener(done -> connection.dialled(done.isSuccess()));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.pipeline()
                .addFirst(new HttpClientCodec(4096, (int) request.limits().responseHeaders(), 8192))
                .addFirst(new IdleStateHandler(true, 0, request.limits().get(Limit.WRITE_TIMEOUT), 0, MILLISECONDS));
        FullHttpRequest http = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, request.target());
        connection.headers().forEach(field -> http.headers().add(field.name(), field.value()));
        context.writeAndFlush(http);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof WebSocketFrame frame) {
            byte[] payload = ByteBufUtil.getBytes(frame.content());
            connection.arrived(OPCODES.get(frame.getClass()), frame.isFinalFragment(), payload);
        } else if (message instanceof HttpResponse head && head.decoderResult().isFailure()) {
            connection.failed(new Failure.NotHttp("it is no HTTP, or too long"));
        } else if (message instanceof HttpResponse head && isAccepted(head)) {
            speakFrames(context.pipeline());
        } else if (message instanceof HttpContent part) {
            connection.answeredBody(ByteBufUtil.getBytes(part.content()), part instanceof LastHttpContent);
        }
        ReferenceCountUtil.release(message);
    }

    private boolean isAccepted(HttpResponse head) {
        List<HeaderField> headers = head.headers().entries().stream()
                .map(line -> new HeaderField(line.getKey(), line.getValue()))
                .toList();
        return connection.answered(head.protocolVersion().text(), head.status().code(), headers);
    }

    private void speakFrames(ChannelPipeline pipeline) {
        WebSocketDecoderConfig rules = WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .closeOnProtocolViolation(false)
                .maxFramePayloadLength((int) Math.min(request.limits().messageIn(), Integer.MAX_VALUE))
                .build();
        pipeline.addBefore(pipeline.context(this).name(), null, new WebSocket13FrameEncoder(true));
        pipeline.replace(HttpClientCodec.class, null, new WebSocket13FrameDecoder(rules));
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        connection.readEnded();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            connection.broken(broken.closeStatus().code(), broken.getMessage());
        } else {
            connection.failed(new Failure.Lost("the peer reset it"));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        connection.failed(new Failure.Lost("the peer ended it without a Close frame"));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        connection.stalled();
    }

    @Override
    public void write(int opcode, ByteBuffer payload, Runnable written) {
        ByteBuf bytes = Unpooled.wrappedBuffer(payload);
        WebSocketFrame frame = switch (opcode) {
            case 1 -> new TextWebSocketFrame(bytes);
            case 2 -> new BinaryWebSocketFrame(bytes);
            case 8 -> new CloseWebSocketFrame(true, 0, bytes);
            case 9 -> new PingWebSocketFrame(bytes);
            default -> new PongWebSocketFrame(bytes);
        };
        channel.write(frame).addListener(done -> written.run());
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public void read() {
        channel.read();
    }

    @Override
    public void end() {
        channel.close();
    }
}
