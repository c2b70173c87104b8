using Xunit;

namespace CustomerInsight.TestSupport;

/// <summary>A theory that reads the shared data; reported as skipped where that data is not there.</summary>
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (SharedData.Root is null)
        {
            Skip = $"Needs the shared data: set {SharedData.Variable} to the folder that holds data/ and reference/.";
        }
    }
}
