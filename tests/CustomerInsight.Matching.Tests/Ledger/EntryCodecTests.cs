namespace CustomerInsight.Matching.Tests;

public sealed class EntryCodecTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSameToTheLastBit() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            var made = new MadeUpEntries(random);
            List<LedgerEntry> entries = made.Entries(1 + random.Next(40));
            IdentityBlock block = new LedgerWriter(made.Salts).Write(7, IdentityBlock.FirstPreviousHash.Span, At, entries);
            LedgerEntry[] read = new LedgerReader().Read(block);

            Assert.Equal(entries, read);
            Assert.True(block.Follows(IdentityBlock.FirstPreviousHash.Span));
            Assert.All(entries.Zip(read), static pair => Assert.True((pair.First as RecordVersion)?.Value.ObservedAt?.Offset == (pair.Second as RecordVersion)?.Value.ObservedAt?.Offset));
            Assert.All(block.Entries.Zip(read), static pair => Assert.Equal(pair.First.Payload.ToArray(), Written(pair.Second)));
            Assert.All(block.Entries.Zip(read), static pair => Assert.Equal(pair.Second.GetType().Name, LedgerReader.KindOf(pair.First, default).ToString()));
            return true;
        }).Check(Quick.Tests(400));

    [Fact]
    public void Read_OfChangedBytes_IsAClearErrorOrExactlyWhatTheySay() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            var made = new MadeUpEntries(random);
            IdentityBlock block = new LedgerWriter(made.Salts).Write(0, IdentityBlock.FirstPreviousHash.Span, At, made.Entries(20));
            foreach (IdentityEntry entry in block.Entries)
            {
                var reader = new LedgerReader();
                reader.Read(block);
                Check(reader, Changed(random, entry.Payload.ToArray()));
            }

            return true;
        }).Check(Quick.Tests(400));

    [Fact]
    public void Read_OfRandomBytes_IsAClearErrorOrExactlyWhatTheySay() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var made = new MadeUpEntries(new SeededRandom((ulong)seed));
            var reader = new LedgerReader();
            reader.Declare(0, new RecordSchema(Enumerable.Range(0, 3).Select(static i => new AttributeDefinition($"a{i}", AttributeKind.Text))));
            for (int kind = 0; kind <= (int)LedgerEntryKind.RecordsWaiting + 1; kind++)
            {
                byte[] bytes = made.Bytes(2 + (seed % 60));
                (bytes[0], bytes[1]) = (PayloadForm.Version, (byte)kind);
                Check(reader, bytes);
            }

            return true;
        }).Check(Quick.Tests(2_000));

    [Fact]
    public void Read_OfATruncatedPayload_IsAlwaysAnError() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            var made = new MadeUpEntries(random);
            var reader = new LedgerReader();
            List<LedgerEntry> entries = made.Entries(10);
            IdentityBlock block = new LedgerWriter(made.Salts).Write(0, IdentityBlock.FirstPreviousHash.Span, At, entries);
            reader.Read(block);
            foreach (IdentityEntry entry in block.Entries)
            {
                ReadOnlyMemory<byte> cut = entry.Content[..(IdentityEntry.SaltLength + random.Next(entry.Payload.Length))];
                LedgerFormatException error = Assert.Throws<LedgerFormatException>(() => reader.Read(new IdentityEntry(cut), new EntryPosition(3, 5)));
                Assert.Equal((LedgerFormatException.Damaged, new EntryPosition(3, 5)), (error.Code, error.Position));
            }

            return true;
        }).Check(Quick.Tests(200));

    [Fact]
    public void Read_OfCountsWithoutWhatTheyCount_MakesNoRoomForIt()
    {
        byte[] endless = [0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        var reader = new LedgerReader();
        reader.Declare(0, new RecordSchema(Enumerable.Range(0, 100_000).Select(static i => new AttributeDefinition($"a{i}", AttributeKind.Text))));
        byte[][] payloads =
        [
            [1, (byte)LedgerEntryKind.PairsKept, 0, .. endless],
            [1, (byte)LedgerEntryKind.ProfilesChanged, .. endless],
            [1, (byte)LedgerEntryKind.ProfilesChanged, 0, .. endless],
            [1, (byte)LedgerEntryKind.Asserted, 0, .. endless],
            [1, (byte)LedgerEntryKind.ModelAdopted, .. endless],
            [1, (byte)LedgerEntryKind.SchemaDeclared, 0, .. endless],
            [1, (byte)LedgerEntryKind.RecordVersion, 0, 0, 0, 2, (byte)'s', 2, (byte)'k', 0],
            [1, (byte)LedgerEntryKind.RecordVersion, 0, 0, 0, .. endless],
            [1, (byte)LedgerEntryKind.ContentsAssigned, .. endless],
            [1, (byte)LedgerEntryKind.ContentsAssigned, 0, .. endless],
            [1, (byte)LedgerEntryKind.RecordsWaiting, .. endless],
            [1, (byte)LedgerEntryKind.ModelSaved, .. endless],
            [1, (byte)LedgerEntryKind.Noted, .. endless],
        ];
        foreach (byte[] payload in payloads)
        {
            Assert.Throws<LedgerFormatException>(() => reader.Read(Entry(payload), default));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (byte[] payload in payloads)
        {
            Assert.Throws<LedgerFormatException>(() => reader.Read(Entry(payload), default));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Theory]
    [InlineData(LedgerFormatException.NewerVersion, "Update the packages", 2, 4, 0)]
    [InlineData(LedgerFormatException.NewerVersion, "Update the packages", 1, 200, 0)]
    [InlineData(LedgerFormatException.NewerVersion, "Update the packages", 1, 8, 9, 0, 0, 0, 0, 0, 0)]
    [InlineData(LedgerFormatException.NewerVersion, "Update the packages", 1, 15, 0)]
    [InlineData(LedgerFormatException.NewerVersion, "Update the packages", 1, 10, 1, 2, 6, 0, 0, 0, 0)]
    [InlineData(LedgerFormatException.Damaged, "restore it from a copy", 0, 4, 0)]
    [InlineData(LedgerFormatException.Damaged, "restore it from a copy", 1)]
    [InlineData(LedgerFormatException.Damaged, "goes on behind its end", 1, 4, 0, 0)]
    [InlineData(LedgerFormatException.Damaged, "shortest form", 1, 4, 0x80, 0)]
    [InlineData(LedgerFormatException.Damaged, "which no entry before declares", 1, 11, 6)]
    [InlineData(LedgerFormatException.Damaged, "a time", 1, 13, 0, 0, 1, 0x80, 0xA3, 5)]
    [InlineData(LedgerFormatException.Damaged, "a time", 1, 13, 0, 0, 3, 1)]
    [InlineData(LedgerFormatException.Damaged, "offset of a time", 1, 13, 0, 0, 6, 2, 0)]
    [InlineData(LedgerFormatException.Damaged, "offset of a time", 1, 13, 0, 0, 6, 2, 0xD2, 0x0D)]
    [InlineData(LedgerFormatException.Damaged, "offset of a time", 1, 13, 0, 0, 6, 0, 2)]
    public void Read_OfUnknownOrDamaged_SaysWhereAndWhatToDo(string code, string text, params int[] payload)
    {
        LedgerFormatException error = Assert.Throws<LedgerFormatException>(() => new LedgerReader().Read(Entry([.. payload.Select(static unit => (byte)unit)]), new EntryPosition(12, 3)));

        Assert.Equal(code, error.Code);
        Assert.StartsWith($"{code}: at entry 3 of block 12: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAnErasedEntry_SaysSo()
    {
        IdentityEntry erased = Entry([1, 4, 0]).Erase();

        Assert.Same(Erased.Entry, new LedgerReader().Read(erased, default));
        Assert.Equal(LedgerEntryKind.Erased, LedgerReader.KindOf(erased, default));
    }

    [Fact]
    public void Read_OfManyRecords_SharesTheNamesOfTheirSources()
    {
        RecordVersion version = new(0, new SourceRecord(RecordSchema.Empty, new RecordKey("crm", "1"), []) { Identifiers = [new Identifier("card", "shop", "1")] });
        var reader = new LedgerReader();
        reader.Declare(0, RecordSchema.Empty);
        var first = (RecordVersion)reader.Read(Entry(Written(version)), default);
        var second = (RecordVersion)reader.Read(Entry(Written(version)), default);

        Assert.Same(first.Value.Key.Source, second.Value.Key.Source);
        Assert.Same(first.Value.Identifiers[0].Type, second.Value.Identifiers[0].Type);
    }

    private static void Check(LedgerReader reader, byte[] payload)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Assert.Equal(payload, Written(reader.Read(Entry(payload), default)));
        }
        catch (LedgerFormatException error)
        {
            Assert.NotEmpty(error.Code);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000 + (200L * payload.Length));
    }

    private static byte[] Changed(SeededRandom random, byte[] payload)
    {
        switch (random.Next(3))
        {
            case 0:
                payload[random.Next(payload.Length)] ^= (byte)(1 << random.Next(8));
                return payload;
            case 1:
                int taken = random.Next(payload.Length);
                return [.. payload[..taken], .. payload[Math.Min(payload.Length, taken + 1 + random.Next(3))..]];
            default:
                int place = random.Next(payload.Length + 1);
                return [.. payload[..place], (byte)random.NextBits(), .. payload[place..]];
        }
    }

    private static IdentityEntry Entry(byte[] payload) => new((byte[])[.. new byte[IdentityEntry.SaltLength], .. payload]);

    private static byte[] Written(LedgerEntry entry)
    {
        var writer = new PayloadWriter();
        EntryCodec.Write(writer, entry);
        return writer.Written.ToArray();
    }
}
