using System.IO.Compression;
using System.Text;

namespace CustomerInsight.Sources.Tests;

/// <summary>Streams over bytes, and the changes of a source as lists.</summary>
internal static class Streams
{
    public static Func<Stream> Of(byte[] bytes) => () => new MemoryStream(bytes, writable: false);

    public static Func<Stream> Of(string text, Encoding? encoding = null) => Of((encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static Task<List<RecordChange>> AllAsync(this IRecordSource source, SourceCursor after = default) => ListAsync(source.ReadAsync(after, CancellationToken.None));

    public static Task<List<ActivityChange>> AllAsync(this IActivitySource source, SourceCursor after = default) => ListAsync(source.ReadAsync(after, CancellationToken.None));

    public static async Task<List<SourceRecord>> RecordsAsync(this IRecordSource source)
    {
        List<RecordChange> changes = await source.AllAsync();
        Assert.All(changes, static change => Assert.Null(change.Rejection));
        return [.. changes.Select(static change => change.Record!)];
    }

    public static async Task<List<CustomerActivity>> ActivitiesAsync(this IActivitySource source)
    {
        List<ActivityChange> changes = await source.AllAsync();
        Assert.All(changes, static change => Assert.Null(change.Rejection));
        return [.. changes.Select(static change => change.Activity!)];
    }

    /// <summary>Each row as <c>+key</c> or <c>-code@line</c>.</summary>
    public static async Task<string> OutlineAsync(this IRecordSource source) => string.Join(' ', (await source.AllAsync()).Select(static change =>
        change.Record is { } record ? "+" + record.Key.Id : $"-{change.Rejection!.Code}@{change.Rejection.Position}"));

    /// <summary>Each row as <c>+key</c> or <c>-code@line</c>.</summary>
    public static async Task<string> OutlineAsync(this IActivitySource source) => string.Join(' ', (await source.AllAsync()).Select(static change =>
        change.Activity is { } activity ? "+" + activity.Key.Id : $"-{change.Rejection!.Code}@{change.Rejection.Position}"));

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> changes)
    {
        List<T> list = [];
        await foreach (T change in changes)
        {
            list.Add(change);
        }

        return list;
    }
}
