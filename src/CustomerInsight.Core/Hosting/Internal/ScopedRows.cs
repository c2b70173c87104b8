using System.Runtime.CompilerServices;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Reads a host's objects in a service scope of their own: a database context is scoped, and engines are singletons.</summary>
internal static class ScopedRows
{
    public static async IAsyncEnumerable<T> Read<T>(
        IServiceProvider services,
        Func<IServiceProvider, CancellationToken, IAsyncEnumerable<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await foreach (T row in read(scope.ServiceProvider, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }
}
