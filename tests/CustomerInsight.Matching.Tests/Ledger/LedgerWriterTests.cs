using System.Security.Cryptography;

namespace CustomerInsight.Matching.Tests;

public sealed class LedgerWriterTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Write_Entries_HashesThemAsDocumented()
    {
        var made = new MadeUpEntries(new SeededRandom(3));
        byte[] previous = made.Bytes(32);
        IdentityBlock block = new LedgerWriter(made.Salts).Write(258, previous, At.ToOffset(TimeSpan.FromHours(8)), made.Entries(3));
        IEnumerable<byte> hashed =
        [
            .. previous, 2, 1, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(At.UtcTicks), .. block.Entries.SelectMany(static entry => SHA256.HashData(entry.Content.Span)),
        ];

        Assert.Equal(SHA256.HashData([.. hashed]), block.Hash.ToArray());
        Assert.Equal((258, At, TimeSpan.Zero), (block.Number, block.At, block.At.Offset));
    }

    [Fact]
    public void Write_TheSameTwice_DrawsOtherSalts()
    {
        var writer = new LedgerWriter();
        LedgerEntry[] entries = [new RecordDeleted(1), new RecordDeleted(1)];
        IdentityEntry[] all =
        [
            .. writer.Write(0, IdentityBlock.FirstPreviousHash.Span, At, entries).Entries,
            .. writer.Write(0, IdentityBlock.FirstPreviousHash.Span, At, entries).Entries,
        ];

        Assert.Equal(4, all.Select(static entry => Convert.ToHexString(entry.Content.Span[..IdentityEntry.SaltLength])).Distinct().Count());
        Assert.All(all, static entry => Assert.Equal([1, 4, 1], entry.Payload.ToArray()));
    }

    [Fact]
    public void Write_ManyLongAndShortEntries_KeepsEachWhole()
    {
        var writer = new LedgerWriter();
        LedgerEntry[] entries = [.. Enumerable.Range(0, 1_500).Select(static i => new ModelAdopted(new string((char)('a' + (i % 26)), i % 500 == 0 ? 200_000 : i % 300), $"{i}"))];

        Assert.Equal(entries, new LedgerReader().Read(writer.Write(0, IdentityBlock.FirstPreviousHash.Span, At, entries)));
        Assert.Equal(entries[..1], new LedgerReader().Read(writer.Write(1, IdentityBlock.FirstPreviousHash.Span, At, entries[..1])));
        Assert.Empty(writer.Write(2, IdentityBlock.FirstPreviousHash.Span, At, []).Entries);
    }

    [Fact]
    public void Write_WhatCannotBe_Throws()
    {
        var writer = new LedgerWriter();

        Assert.Throws<ArgumentException>(() => writer.Write(0, IdentityBlock.FirstPreviousHash.Span, At, [Erased.Entry]));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Write(0, IdentityBlock.FirstPreviousHash.Span, At, [new RecordDeleted(-1)]));
        Assert.Throws<ArgumentException>(() => writer.Write(0, new byte[31], At, [new RecordDeleted(1)]));
        Assert.Equal([new RecordDeleted(2)], new LedgerReader().Read(writer.Write(0, IdentityBlock.FirstPreviousHash.Span, At, [new RecordDeleted(2)])));
    }

    [Fact]
    public void StewardNote_AsText_NamesNobody() =>
        Assert.Equal("note of 2026-03-01 12:00:00Z", new StewardNote("ann", "met her", At).ToString());
}
