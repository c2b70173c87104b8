using System.Globalization;

namespace CustomerInsight.Testing.Tests;

public class SourceLawsTests
{
    private static readonly RecordSchema Schema = new([new AttributeDefinition("family_name", AttributeKind.FamilyName)]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(100)]
    public async Task CheckAsync_LawfulSource_Passes(int rows)
    {
        await RecordSourceLaws.CheckAsync(new Records(Rows(rows)));
        await ActivitySourceLaws.CheckAsync(new Activities(rows));
    }

    [Fact]
    public async Task CheckAsync_DeletionsAndRejections_Pass() => await RecordSourceLaws.CheckAsync(new Records(
    [
        RecordChange.Delete(new RecordKey("crm", "1"), Cursor(1)),
        RecordChange.Reject(new RowRejection(2, RejectionCodes.Malformed, "A quote never closes."), Cursor(2)),
        .. Rows(4).Skip(2),
    ]));

    [Fact]
    public async Task CheckAsync_NoCursors_PassesWithoutResuming() =>
        await RecordSourceLaws.CheckAsync(new Records([.. Rows(6).Select(static change => RecordChange.Upsert(change.Record!))]));

    [Fact]
    public async Task CheckAsync_ForeignKey_IsAgainstTheContract()
    {
        await AssertViolation(LawViolationException.Contract, "key of row 0 of source 'shop'", new Records(Rows(3), "shop"));
        await AssertViolation(LawViolationException.Contract, "key of row 1", new Records([Rows(1)[0], RecordChange.Delete(new RecordKey("shop", "1"), Cursor(2))]));
        LawViolationException violation = await Assert.ThrowsAsync<LawViolationException>(() => ActivitySourceLaws.CheckAsync(new Activities(3, "shop")));
        Assert.Contains("another source's name", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_NoName_IsAgainstTheContract() => await AssertViolation(LawViolationException.Contract, "no name", new Records(Rows(1), " "));

    [Fact]
    public async Task CheckAsync_EmptyChange_IsAgainstTheContract() => await AssertViolation(LawViolationException.Contract, "Row 0 of source 'crm' says nothing", new Records([default]));

    [Fact]
    public async Task CheckAsync_RejectionWithoutReason_IsAgainstTheContract() =>
        await AssertViolation(LawViolationException.Contract, "lacks a position", new Records([RecordChange.Reject(new RowRejection(1, "", ""), Cursor(1))]));

    [Fact]
    public async Task CheckAsync_CursorIgnored_IsAgainstTheContract() =>
        await AssertViolation(LawViolationException.Contract, "Going on after the cursor", new Records(Rows(10)) { Skew = int.MinValue });

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task CheckAsync_CursorOffByOne_IsAgainstTheContract(int skew) =>
        await AssertViolation(LawViolationException.Contract, "exactly the rows after the cursor", new Records(Rows(10)) { Skew = skew });

    [Fact]
    public async Task CheckAsync_ResumePointsZero_DoesNotResume() =>
        await RecordSourceLaws.CheckAsync(new Records(Rows(10)) { Skew = 1 }, resumePoints: 0);

    [Fact]
    public async Task CheckAsync_SecondReadingShorterLongerOrOther_IsL15()
    {
        await AssertViolation("L15", "differs at row 4", new Records(Rows(5)) { Later = static rows => [.. rows.Take(4)] });
        await AssertViolation("L15", "differs at row 5", new Records(Rows(5)) { Later = static rows => [.. rows, rows[0]] });
        await AssertViolation("L15", "differs at row 0", new Records(Rows(5)) { Later = static rows => [.. rows.Reverse()] });
    }

    [Fact]
    public async Task CheckAsync_Cancelled_Stops() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RecordSourceLaws.CheckAsync(new Records(Rows(3)), cancellationToken: new CancellationToken(true)));

    [Fact]
    public async Task CheckAsync_NegativePoints_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RecordSourceLaws.CheckAsync(new Records([]), resumePoints: -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ActivitySourceLaws.CheckAsync(new Activities(0), resumePoints: -1));
    }

    private static async Task AssertViolation(string law, string message, IRecordSource source)
    {
        LawViolationException violation = await Assert.ThrowsAsync<LawViolationException>(() => RecordSourceLaws.CheckAsync(source));
        Assert.Equal(law, violation.Law);
        Assert.Contains(message, violation.Message, StringComparison.Ordinal);
    }

    private static RecordChange[] Rows(int count) => [.. Enumerable.Range(0, count).Select(static i =>
        RecordChange.Upsert(new SourceRecord(Schema, new RecordKey("crm", Text(i)), ["name " + Text(i)]), Cursor(i + 1)))];

    private static SourceCursor Cursor(int next) => new(Text(next));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Position(SourceCursor cursor) => cursor.Value is null ? 0 : int.Parse(cursor.Value, CultureInfo.InvariantCulture);

    private sealed class Records(RecordChange[] rows, string name = "crm") : IRecordSource
    {
        private int _readings;

        public string Name => name;

        /// <summary>By how many rows going on misses its place.</summary>
        public int Skew { get; init; }

        /// <summary>What later readings from the start give.</summary>
        public Func<RecordChange[], RecordChange[]> Later { get; init; } = static rows => rows;

        public async IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            int start = after.Value is null ? 0 : Math.Max(0, Position(after) + Skew);
            RecordChange[] given = _readings++ == 0 ? rows : Later(rows);
            for (int i = start; i < given.Length; i++)
            {
                yield return given[i];
            }
        }
    }

    private sealed class Activities(int count, string name = "crm") : IActivitySource
    {
        public string Name => name;

        public async IAsyncEnumerable<ActivityChange> ReadAsync(SourceCursor after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            for (int i = Position(after); i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return i % 3 == 2
                    ? ActivityChange.Reject(new RowRejection(i + 1, RejectionCodes.InvalidValue, "The amount is no number."), Cursor(i + 1))
                    : ActivityChange.Append(new CustomerActivity(new RecordKey("crm", Text(i)), Identifier.ForRecord("crm", "1"), ActivityTypes.Purchase, DateTimeOffset.UnixEpoch.AddDays(i)), Cursor(i + 1));
            }
        }
    }
}
