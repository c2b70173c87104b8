using System.Runtime.CompilerServices;

namespace CustomerInsight;

public sealed class MappedRecordSourceTests
{
    private static readonly RecordMap<Contact> Map = RecordMap.For<Contact>("crm").Key(c => c.Card).Email(c => c.Email!.Trim()).Deleted(c => c.Home == "deleted");

    private static readonly Contact[] Contacts =
    [
        new(1) { Card = "a", Email = "a@x.com" },
        new(2) { Card = null, Email = "secret@x.com" },
        new(3) { Card = "secret-key", Email = null },
        new(4) { Card = "d", Home = "deleted" },
        new(5) { Card = "e", Email = "e@x.com" },
    ];

    [Fact]
    public async Task ReadAsync_BadRows_AreRejectionsInTheStream()
    {
        List<RecordChange> changes = await ReadAsync(Map.From(Contacts), SourceCursor.Start);

        Assert.Equal(5, changes.Count);
        Assert.Equal("a", changes[0].Record!.Key.Id);
        Assert.Equal((2, RejectionCodes.MissingKey), (changes[1].Rejection!.Position, changes[1].Rejection!.Code));
        Assert.Equal((3, RejectionCodes.MappingFailed), (changes[2].Rejection!.Position, changes[2].Rejection!.Code));
        Assert.Contains("'email' threw NullReferenceException", changes[2].Rejection!.Message, StringComparison.Ordinal);
        Assert.Equal(new RecordKey("crm", "d"), changes[3].Deleted);
        Assert.Equal("e@x.com", changes[4].Record!["email"].First);
        Assert.DoesNotContain(changes, static change => change.Rejection?.Message.Contains("secret", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task ReadAsync_RowOfNull_IsRejected() =>
        Assert.Equal(RejectionCodes.MappingFailed, (await ReadAsync(Map.From([null!]), SourceCursor.Start)).Single().Rejection!.Code);

    [Fact]
    public async Task ReadAsync_ExceptionWithAValueInIt_DoesNotLeakIt()
    {
        RecordMap<Contact> map = RecordMap.For<Contact>("crm").Key(c => c.Card).City(_ => throw new FormatException("secret"));

        Assert.DoesNotContain("secret", (await ReadAsync(map.From(Contacts[..1]), SourceCursor.Start)).Single().Rejection!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_FromAnyCursor_GoesOnThere()
    {
        IRecordSource source = Map.From(Contacts);
        List<RecordChange> all = await ReadAsync(source, SourceCursor.Start);
        for (int i = 0; i < all.Count; i++)
        {
            Assert.Equal(all.Skip(i + 1), await ReadAsync(source, all[i].Cursor));
        }
    }

    [Fact]
    public async Task ReadAsync_CursorOfAnotherSource_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(static () => ReadAsync(Map.From(Contacts), new SourceCursor("lsn:12")));

    [Fact]
    public async Task ReadAsync_AsyncRows_AreReadAnewEachTime()
    {
        int starts = 0;
        IRecordSource source = Map.From(cancellationToken =>
        {
            starts++;
            return Slowly(cancellationToken);
        });

        Assert.Equal(await ReadAsync(source, SourceCursor.Start), await ReadAsync(source, SourceCursor.Start));
        Assert.Equal(2, starts);
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        var read = new List<RecordChange>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (RecordChange change in Map.From(Contacts).ReadAsync(SourceCursor.Start, cancelled.Token))
            {
                read.Add(change);
                await cancelled.CancelAsync();
            }
        });
        Assert.Single(read);
    }

    [Fact]
    public async Task ReadAsync_SourceThatFails_LetsItsErrorThrough() =>
        await Assert.ThrowsAsync<IOException>(static () => ReadAsync(Map.From(Failing()), SourceCursor.Start));

    [Fact]
    public void From_Map_CarriesConventionsAndTrust()
    {
        var conventions = new SourceConventions { PhoneCountryCode = "44" };
        IRecordSource source = Map.Conventions(conventions).Trust(2).From(Contacts);

        Assert.Same(conventions, source.Conventions);
        Assert.Equal(2, source.TrustRank);
    }

    private static async Task<List<RecordChange>> ReadAsync(IRecordSource source, SourceCursor after)
    {
        var changes = new List<RecordChange>();
        await foreach (RecordChange change in source.ReadAsync(after, CancellationToken.None))
        {
            changes.Add(change);
        }

        return changes;
    }

    private static IEnumerable<Contact> Failing()
    {
        yield return Contacts[0];
        throw new IOException();
    }

    private static async IAsyncEnumerable<Contact> Slowly([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (Contact contact in Contacts)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return contact;
        }
    }
}
