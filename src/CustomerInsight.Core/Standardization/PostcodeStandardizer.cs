namespace CustomerInsight;

/// <summary>Standardizes postal codes: <c>sw1a 1aa</c> becomes <c>SW1A1AA</c>, <c>〒100-0001</c> becomes <c>1000001</c>.</summary>
/// <remarks>
/// Folds (<see cref="TextFolding"/>) and keeps letters and digits. Nothing but zeros, and what stands for no value (<c>n/a</c> …), is rejected.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PostcodeStandardizer : IStandardizer
{
    private static readonly CodeStandardizer Code = new();

    /// <inheritdoc/>
    public string Name => "postcode";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions) => Code.Standardize(value, conventions);
}
