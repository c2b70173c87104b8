using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight;

/// <summary>What one row of an activity source means: an activity, or a row that could not be read.</summary>
/// <remarks>Made by <see cref="Append"/> and <see cref="Reject"/>; exactly one of the two properties is set.</remarks>
public readonly record struct ActivityChange
{
    private ActivityChange(CustomerActivity? activity, RowRejection? rejection, SourceCursor cursor)
    {
        Activity = activity;
        Rejection = rejection;
        Cursor = cursor;
    }

    /// <summary>Gets the activity, or null.</summary>
    public CustomerActivity? Activity { get; }

    /// <summary>Gets why the row was not read, or null.</summary>
    public RowRejection? Rejection { get; }

    /// <summary>Gets the position after this row.</summary>
    public SourceCursor Cursor { get; }

    /// <summary>An activity happened.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="cursor">The position after the row.</param>
    /// <returns>The change.</returns>
    public static ActivityChange Append([NotNull] CustomerActivity activity, SourceCursor cursor = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new(activity, null, cursor);
    }

    /// <summary>A row could not be read.</summary>
    /// <param name="rejection">Where and why.</param>
    /// <param name="cursor">The position after the row.</param>
    /// <returns>The change.</returns>
    public static ActivityChange Reject([NotNull] RowRejection rejection, SourceCursor cursor = default)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return new(null, rejection, cursor);
    }
}
