using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight;

/// <summary>What one row of a record source means: a record to keep, a record to delete, or a row that could not be read.</summary>
/// <remarks>Made by <see cref="Upsert"/>, <see cref="Delete"/> and <see cref="Reject"/>; exactly one of the three properties is set.</remarks>
public readonly record struct RecordChange
{
    // One reference for all three, as changes are copied from queue to queue by the million; of the three the key alone is boxed.
    private readonly object? _what;

    private RecordChange(object what, SourceCursor cursor)
    {
        _what = what;
        Cursor = cursor;
    }

    /// <summary>Gets the new version of a record, or null.</summary>
    public SourceRecord? Record => _what as SourceRecord;

    /// <summary>Gets the key of a record that the source deleted, or null.</summary>
    public RecordKey? Deleted => _what is RecordKey key ? key : null;

    /// <summary>Gets why the row was not read, or null.</summary>
    public RowRejection? Rejection => _what as RowRejection;

    /// <summary>Gets the position after this row.</summary>
    public SourceCursor Cursor { get; }

    /// <summary>A record was added or changed.</summary>
    /// <param name="record">Its new version.</param>
    /// <param name="cursor">The position after the row.</param>
    /// <returns>The change.</returns>
    public static RecordChange Upsert([NotNull] SourceRecord record, SourceCursor cursor = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(record, cursor);
    }

    /// <summary>A record was deleted: versions of it that the same source gave earlier no longer count.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cursor">The position after the row.</param>
    /// <returns>The change.</returns>
    public static RecordChange Delete(RecordKey key, SourceCursor cursor = default) => new(key, cursor);

    /// <summary>A row could not be read.</summary>
    /// <param name="rejection">Where and why.</param>
    /// <param name="cursor">The position after the row.</param>
    /// <returns>The change.</returns>
    public static RecordChange Reject([NotNull] RowRejection rejection, SourceCursor cursor = default)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return new(rejection, cursor);
    }
}
