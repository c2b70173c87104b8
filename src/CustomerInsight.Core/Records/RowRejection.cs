namespace CustomerInsight;

/// <summary>Why one row of a source was quarantined. Holds no value of the row.</summary>
/// <param name="Position">Where the row is in its source, as a person would look it up: the line in a file, the count of a query's rows. From 1; 0 where unknown.</param>
/// <param name="Code">A short stable code to count and filter by, such as <c>missing-key</c>; <see cref="RejectionCodes"/> lists the library's.</param>
/// <param name="Message">What was wrong and what to do, without any of the row's values.</param>
public sealed record RowRejection(long Position, string Code, string Message);
