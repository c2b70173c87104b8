using System.Security.Cryptography;

namespace CustomerInsight.Matching.Tests;

public sealed class LedgerVerifierTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task VerifyAsync_OfAnEmptyLedger_IsSound()
    {
        LedgerVerification result = await LedgerVerifier.VerifyAsync(new InMemoryIdentityStore(), string.Empty);

        Assert.Equal(new LedgerVerification(0, 0, 0, new string('0', 64), null), result);
        Assert.True((await LedgerVerifier.VerifyAsync(new InMemoryIdentityStore(), string.Empty, result.Head)).IsSound);
    }

    [Fact]
    public void VerifyAsync_OfWhatWasWrittenAndErased_IsSound() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            List<IdentityBlock> chain = Chain(random, random.Next(12));
            var store = new InMemoryIdentityStore();
            foreach (IdentityBlock block in chain)
            {
                Assert.True(store.AppendAsync(string.Empty, block.Number, block, default).AsTask().IsCompletedSuccessfully);
            }

            EntryPosition[] erased = [.. chain.SelectMany(static block => block.Entries.Select((_, i) => new EntryPosition(block.Number, i))).Where(_ => random.Next(3) == 0)];
            Assert.True(store.EraseAsync(string.Empty, erased, default).AsTask().IsCompletedSuccessfully);
            string head = Convert.ToHexString((chain.Count == 0 ? IdentityBlock.FirstPreviousHash : chain[^1].Hash).Span);

            Assert.Equal(new LedgerVerification(chain.Count, chain.Sum(static block => block.Entries.Count), erased.Length, head, null), Verify(store));
            Assert.True(chain.All(block => Verify(store, Convert.ToHexString(block.Hash.Span)).IsSound));
            Assert.True(Verify(new TamperedStore(chain), head.ToLowerInvariant()).IsSound);
            return true;
        }).Check(Quick.Tests(100));

    [Fact]
    public void VerifyAsync_OfAnyFlippedBit_FindsItAtItsBlock() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            List<IdentityBlock> chain = Chain(random, 1 + random.Next(8));
            int place = random.Next(chain.Count);
            IdentityBlock block = chain[place];
            int what = random.Next(block.Entries.Count + 2);
            chain[place] = what switch
            {
                0 => new IdentityBlock(block.Number, block.At, Flip(random, block.Hash), block.Entries),
                1 => new IdentityBlock(block.Number, block.At.AddTicks(1L << random.Next(40)), block.Hash, block.Entries),
                _ => With(block, what - 2, Flip(random, block.Entries[what - 2])),
            };
            LedgerVerification result = Verify(new TamperedStore(chain));

            Assert.False(result.IsSound);
            Assert.Equal(place, result.Fault!.Block);
            Assert.Equal(place, result.Blocks);
            return true;
        }).Check(Quick.Tests(300));

    [Fact]
    public void VerifyAsync_OfMissingSwappedOrRepeatedBlocksAndEntries_FindsThem() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            List<IdentityBlock> chain = Chain(random, 3 + random.Next(6));
            string head = Convert.ToHexString(chain[^1].Hash.Span);
            int first = random.Next(chain.Count - 1);
            int second = first + 1 + random.Next(chain.Count - 1 - first);
            int expected = first;
            switch (random.Next(8))
            {
                case 0:
                    chain.RemoveAt(first);
                    break;
                case 1:
                    (chain[first], chain[second]) = (chain[second], chain[first]);
                    break;
                case 2:
                    chain.Insert(second, chain[first]);
                    expected = second;
                    break;
                case 3:
                    chain.RemoveRange(second, chain.Count - second);
                    expected = second;
                    break;
                case 4:
                    // Numbered anew: only the chain can tell.
                    chain.RemoveAt(first);
                    chain = [.. chain.Select(static (block, i) => new IdentityBlock(i, block.At, block.Hash, block.Entries))];
                    break;
                case 5:
                    chain[first] = Entries(chain[first], [.. chain[first].Entries.Skip(1)]);
                    break;
                case 6:
                    chain[first] = Entries(chain[first], [chain[first].Entries[1], chain[first].Entries[0], .. chain[first].Entries.Skip(2)]);
                    break;
                default:
                    chain[first] = Entries(chain[first], [chain[first].Entries[0], .. chain[first].Entries]);
                    break;
            }

            LedgerFault fault = Verify(new TamperedStore(chain), head).Fault!;
            Assert.Equal(expected, fault.Block);
            return true;
        }).Check(Quick.Tests(400));

    [Fact]
    public void VerifyAsync_OfKeptCommitments_TellsTheEntry()
    {
        List<IdentityBlock> chain = [.. Chain(new SeededRandom(8), 3).Select(static block => Entries(
            block,
            ValueList.From(block.Entries.Select(static entry => new IdentityEntry(entry.Content, SHA256.HashData(entry.Content.Span))))))];
        Assert.True(Verify(new TamperedStore(chain)).IsSound);

        IdentityEntry entry = chain[1].Entries[1];
        chain[1] = With(chain[1], 1, new IdentityEntry(Flip(new SeededRandom(1), entry.Content), entry.KeptCommitment));
        Assert.Equal(new LedgerFault(LedgerFaultKind.ContentDiffers, 1, 1), Verify(new TamperedStore(chain)).Fault);

        // The commitment changed to fit: then the block's hash does not.
        chain[1] = With(chain[1], 1, new IdentityEntry(chain[1].Entries[1].Content, SHA256.HashData(chain[1].Entries[1].Content.Span)));
        Assert.Equal(new LedgerFault(LedgerFaultKind.HashDiffers, 1), Verify(new TamperedStore(chain)).Fault);
    }

    [Fact]
    public void VerifyAsync_OfALedgerWrittenAnew_NeedsTheHeadToTell()
    {
        string head = Convert.ToHexString(Chain(new SeededRandom(8), 3)[^1].Hash.Span);
        var forged = new TamperedStore(Chain(new SeededRandom(9), 4));

        Assert.True(Verify(forged).IsSound);
        Assert.Equal(new LedgerFault(LedgerFaultKind.HeadMissing, 4), Verify(forged, head).Fault);
        Assert.Equal(new LedgerFault(LedgerFaultKind.BlockMissing, 4), Verify(new TamperedStore(Chain(new SeededRandom(9), 4), version: 5)).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    public async Task VerifyAsync_OfAHeadThatIsNone_SaysWhatToGive(string head)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(async () => await LedgerVerifier.VerifyAsync(new InMemoryIdentityStore(), string.Empty, head));

        Assert.Contains("64 hexadecimal digits", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_WithProgress_EndsAtAllAndCanBeCancelled()
    {
        var progress = new ListProgress();
        var store = new TamperedStore(Chain(new SeededRandom(2), 5));
        await LedgerVerifier.VerifyAsync(store, string.Empty, progress: progress);

        Assert.Equal(new InsightProgress("verify ledger", 5, 5), progress.Reports[^1]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await LedgerVerifier.VerifyAsync(new InMemoryIdentityStore(), string.Empty, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Faults_AsText_SayWhereAndWhatToDo() => Assert.All(Enum.GetValues<LedgerFaultKind>(), static kind =>
    {
        string text = new LedgerFault(kind, 1234, 56).ToString();
        Assert.Contains("1234", text, StringComparison.Ordinal);
        Assert.Contains("restore a copy", text, StringComparison.Ordinal);
    });

    private static LedgerVerification Verify(IIdentityStore store, string? head = null) => LedgerVerifier.VerifyAsync(store, string.Empty, head).AsTask().GetAwaiter().GetResult();

    private static List<IdentityBlock> Chain(SeededRandom random, int blocks)
    {
        var made = new MadeUpEntries(random);
        var writer = new LedgerWriter(made.Salts);
        List<IdentityBlock> chain = [];
        for (int i = 0; i < blocks; i++)
        {
            chain.Add(writer.Write(i, (i == 0 ? IdentityBlock.FirstPreviousHash : chain[^1].Hash).Span, At.AddSeconds(i), made.Entries(2 + random.Next(4))));
        }

        return chain;
    }

    private static IdentityBlock Entries(IdentityBlock block, ValueList<IdentityEntry> entries) => new(block.Number, block.At, block.Hash, entries);

    private static IdentityBlock With(IdentityBlock block, int place, IdentityEntry entry) => Entries(block, ValueList.From(block.Entries.Select((old, i) => i == place ? entry : old)));

    private static IdentityEntry Flip(SeededRandom random, IdentityEntry entry) => random.Next(2) == 0
        ? new IdentityEntry(Flip(random, entry.Content))
        : IdentityEntry.Erased(Flip(random, entry.Erase().KeptCommitment));

    private sealed class ListProgress : IProgress<InsightProgress>
    {
        public List<InsightProgress> Reports { get; } = [];

        public void Report(InsightProgress value) => Reports.Add(value);
    }

    private static byte[] Flip(SeededRandom random, ReadOnlyMemory<byte> bytes)
    {
        byte[] flipped = bytes.ToArray();
        flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }
}
