/* Fused multiply-adds of two threads that touch no memory: what the two cores can do at most in single precision.
   cc -O3 -march=native -ffast-math -o peak peak.c -lpthread && ./peak   ->  GFLOP/s */
#include <pthread.h>
#include <stdio.h>
#include <time.h>

typedef float vector __attribute__((vector_size(64)));
enum { SUMS = 16, LANES = 16, THREADS = 2 };
static const long ROUNDS = 50000000;

static void *work(void *result) {
    vector sum[SUMS], factor = (vector){} + 1.0000001f, summand = (vector){} + 1e-9f, all = (vector){};
    for (int i = 0; i < SUMS; i++) sum[i] = (vector){} + (float)i;
    for (long k = 0; k < ROUNDS; k++)
        for (int i = 0; i < SUMS; i++) sum[i] = sum[i] * factor + summand;
    for (int i = 0; i < SUMS; i++) all += sum[i];
    *(float *)result = all[0];
    return 0;
}

int main(void) {
    struct timespec began, ended;
    pthread_t threads[THREADS];
    float results[THREADS];
    clock_gettime(CLOCK_MONOTONIC, &began);
    for (int i = 0; i < THREADS; i++) pthread_create(&threads[i], 0, work, &results[i]);
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], 0);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    double seconds = (ended.tv_sec - began.tv_sec) + 1e-9 * (ended.tv_nsec - began.tv_nsec);
    printf("%.1f\n", 2.0 * ROUNDS * SUMS * LANES * THREADS / seconds / 1e9);
    return results[0] == 0.5f;
}
