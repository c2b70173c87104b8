namespace CustomerInsight;

/// <summary>The rows that sources give.</summary>
public sealed class ChangeTests
{
    private static readonly SourceRecord Record = new(RecordSchema.Empty, new RecordKey("crm", "1"), []);
    private static readonly RowRejection Rejection = new(3, RejectionCodes.Malformed, "broken");
    private static readonly CustomerActivity Activity = new(new RecordKey("shop", "1"), Identifier.ForRecord("crm", "1"), ActivityTypes.Purchase, DateTimeOffset.UnixEpoch);

    [Fact]
    public void RecordChange_Each_HoldsOneThing()
    {
        var cursor = new SourceCursor("7");

        Assert.Equal((Record, null, null, cursor), Parts(RecordChange.Upsert(Record, cursor)));
        Assert.Equal((null, Record.Key, null, cursor), Parts(RecordChange.Delete(Record.Key, cursor)));
        Assert.Equal((null, null, Rejection, SourceCursor.Start), Parts(RecordChange.Reject(Rejection)));

        static (SourceRecord?, RecordKey?, RowRejection?, SourceCursor) Parts(RecordChange change) => (change.Record, change.Deleted, change.Rejection, change.Cursor);
    }

    [Fact]
    public void ActivityChange_Each_HoldsOneThing()
    {
        Assert.Same(Activity, ActivityChange.Append(Activity).Activity);
        Assert.Null(ActivityChange.Append(Activity).Rejection);
        Assert.Same(Rejection, ActivityChange.Reject(Rejection).Rejection);
        Assert.Null(ActivityChange.Reject(Rejection).Activity);
    }

    [Fact]
    public void Changes_OfNothing_Throw()
    {
        Assert.Throws<ArgumentNullException>(static () => RecordChange.Upsert(null!));
        Assert.Throws<ArgumentNullException>(static () => RecordChange.Reject(null!));
        Assert.Throws<ArgumentNullException>(static () => ActivityChange.Append(null!));
        Assert.Throws<ArgumentNullException>(static () => ActivityChange.Reject(null!));
    }

    [Fact]
    public void ToString_Activity_NamesTypeAndSourceOnly() => Assert.Equal("purchase of source 'shop'", Activity.ToString());

    [Fact]
    public void Conventions_Default_AreUtcAndDayFirst()
    {
        Assert.Equal(TimeZoneInfo.Utc, SourceConventions.Default.TimeZone);
        Assert.Equal(DateOrder.DayMonthYear, SourceConventions.Default.DateOrder);
        Assert.Empty(SourceConventions.Default.PhoneCountryCode);
    }
}
