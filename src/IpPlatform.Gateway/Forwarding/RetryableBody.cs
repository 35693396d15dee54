using System.Buffers;

namespace IpPlatform.Gateway.Forwarding;

/// <summary>
/// A request's body, kept when it is small enough to be sent again. Larger ones, and those of unknown length, stream through once.
/// </summary>
internal sealed class RetryableBody : IDisposable
{
    private const int Largest = 1024 * 1024;

    private readonly MemoryStream? _kept;
    private readonly byte[]? _rented;

    private RetryableBody(MemoryStream? kept, byte[]? rented, bool mayRetry) => (_kept, _rented, MayRetry) = (kept, rented, mayRetry);

    /// <summary>Whether sending the request again can do no harm.</summary>
    public bool MayRetry { get; }

    public static async Task<RetryableBody> ReadAsync(HttpRequest request)
    {
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (request.ContentLength is 0 or null) return new RetryableBody(null, null, (reads || HasCommandHeader(request)) && request.Headers.TransferEncoding.Count == 0);
        if (request.ContentLength > Largest) return new RetryableBody(null, null, false);
        var length = (int)request.ContentLength;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        await request.Body.ReadExactlyAsync(rented.AsMemory(0, length), request.HttpContext.RequestAborted);
        var kept = new MemoryStream(rented, 0, length, writable: false);
        request.Body = kept;
        return new RetryableBody(kept, rented, reads || HasCommandHeader(request) || HasCommandField(request, rented.AsSpan(0, length)));
    }

    public void Rewind() => _kept?.Seek(0, SeekOrigin.Begin);

    public void Dispose()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
    }

    private static bool HasCommandHeader(HttpRequest request) => request.Headers.ContainsKey("Idempotency-Key");

    private static bool HasCommandField(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var type = request.ContentType ?? "";
        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)) return body.StartsWith("_command="u8) || body.IndexOf("&_command="u8) >= 0;
        return type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) && body.IndexOf("name=\"_command\""u8) >= 0;
    }
}
