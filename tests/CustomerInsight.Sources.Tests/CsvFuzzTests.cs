using System.Text;

namespace CustomerInsight.Sources.Tests;

/// <summary>Whatever the bytes are, reading ends, and every row is kept or rejected.</summary>
public class CsvFuzzTests
{
    private static readonly Arbitrary<byte[]> AnyBytes = ArbMap.Default.GeneratorFor<byte>().ArrayOf().ToArbitrary();

    private static readonly Arbitrary<string> AnyText =
        Gen.Elements("a1,\"\"\n\n\r;\t é张\0.".ToCharArray()).ArrayOf().Select(static units => new string(units)).ToArbitrary();

    private static readonly Gen<string> Value =
        Gen.Elements("ab,\"\n\r;|张é ".ToCharArray()).ArrayOf().Select(static units => new string(units).Trim(' ', '\t', '\r', '\n'));

    [Fact]
    public void ReadAsync_RandomBytes_ThrowNothingElse() =>
        Prop.ForAll(AnyBytes, static bytes => Survives(bytes) && Survives([0x1F, 0x8B, .. bytes]) && Survives([0xFF, 0xFE, .. bytes]) && Survives([.. "id,name\n"u8, .. bytes])).Check(Quick.Tests(500));

    [Fact]
    public void ReadAsync_RandomText_ThrowsNothingElse() =>
        Prop.ForAll(AnyText, static text => Survives(Encoding.UTF8.GetBytes("id,name\n" + text))).Check(Quick.Tests(1000));

    [Fact]
    public void ReadAsync_RandomText_CoversEveryLine() => Prop.ForAll(AnyText, static text =>
    {
        List<RecordChange> changes = Read(Encoding.UTF8.GetBytes("id,name\n" + text));
        string[] lines = ("id,name\n" + text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

        // Each change covers the lines after the cursor before it, up to its own cursor; those after the last one are blank.
        long covered = changes.Count == 0 ? 1 : long.Parse(changes[^1].Cursor.Value!, System.Globalization.CultureInfo.InvariantCulture);
        return lines.Skip((int)covered).All(static line => line.Trim(' ', '\t').Length == 0)
            && changes.Zip(changes.Skip(1)).All(static pair => PositionOf(pair.First) <= PositionOf(pair.Second));
    }).Check(Quick.Tests(1000));

    [Fact]
    public void ReadAsync_AnyChunking_GivesTheSame() => Prop.ForAll(AnyText, static text =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes("id,name\n" + text + "\n7,\"" + text + "\n");
        List<RecordChange> once = Read(bytes);
        return once.SequenceEqual(Read(bytes, chunk: 1)) && once.SequenceEqual(Read(Streams.Gzip(bytes)));
    }).Check(Quick.Tests(500));

    [Fact]
    public void ReadAsync_WhatTheWriterWrote_ComesBack() => Prop.ForAll(Value.ArrayOf().ToArbitrary(), static values =>
    {
        var file = new MemoryStream();
        using (var writer = new CsvFileWriter(file))
        {
            writer.WriteRowAsync(["id", "note", "city"]).AsTask().GetAwaiter().GetResult();
            for (int i = 0; i < values.Length; i++)
            {
                writer.WriteRowAsync([$"{i}", values[i], "x"]).AsTask().GetAwaiter().GetResult();
            }
        }

        List<RecordChange> changes = Read(file.ToArray());
        return changes.Count == values.Length && changes.Select(static change => change.Record!["note"].First ?? "").SequenceEqual(values);
    }).Check(Quick.Tests(500));

    [Fact]
    public void ReadAsync_TinyLimitsAndBrokenRows_AgreeWithAWholeRead() => Prop.ForAll(AnyText, static text =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes("id,name\n" + string.Concat(Enumerable.Repeat(text + "\n", 40)));
        var options = new CsvRecordOptions { MaxFieldLength = 16, Delimiter = ',' };
        List<RecordChange> all = new CsvRecordSource("fuzz", Streams.Of(bytes), options).AllAsync().GetAwaiter().GetResult();
        if (all.Count == 0)
        {
            return true;
        }

        RecordChange middle = all[all.Count / 2];
        List<RecordChange> rest = new CsvRecordSource("fuzz", Streams.Of(bytes), options).AllAsync(middle.Cursor).GetAwaiter().GetResult();
        return rest.SequenceEqual(all.Skip((all.Count / 2) + 1));
    }).Check(Quick.Tests(300));

    private static long PositionOf(RecordChange change) => long.Parse(change.Cursor.Value!, System.Globalization.CultureInfo.InvariantCulture);

    private static List<RecordChange> Read(byte[] bytes, int chunk = 0) =>
        new CsvRecordSource("fuzz", () => chunk == 0 ? new MemoryStream(bytes) : new SlowStream(bytes, chunk), new CsvRecordOptions { Delimiter = ',' }).AllAsync().GetAwaiter().GetResult();

    private static bool Survives(byte[] bytes)
    {
        try
        {
            new CsvRecordSource("fuzz", Streams.Of(bytes)).AllAsync().GetAwaiter().GetResult();
        }
        catch (SourceFormatException)
        {
            return true;
        }

        return true;
    }

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
