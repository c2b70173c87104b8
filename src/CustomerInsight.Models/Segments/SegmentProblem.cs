namespace CustomerInsight.Models;

/// <summary>Something wrong in a set of segments, at one place of it.</summary>
/// <param name="Path">The place as a JSON pointer into the set's JSON, such as <c>/segments/2/when/all/1/atLeast</c>; empty for the whole.</param>
/// <param name="Code">What it is, one of <see cref="SegmentProblemCodes"/>.</param>
/// <param name="Message">What it is and what to do about it. Holds no personal data.</param>
/// <remarks>Source of the form of a path: RFC 6901, "JavaScript Object Notation (JSON) Pointer", 2013.</remarks>
public sealed record SegmentProblem(string Path, string Code, string Message)
{
    /// <summary>Writes place and message.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
